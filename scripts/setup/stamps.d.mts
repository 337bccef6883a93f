export const projectFolder: string;
export const setupLock: string;
export function readStamp(name: string): Promise<string>;
export function writeStamp(name: string, digest: string): Promise<void>;
export function digestFiles(paths: readonly string[]): Promise<string>;
