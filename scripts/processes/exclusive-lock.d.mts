export function withExclusiveLock<T>(path: string, work: () => Promise<T>): Promise<T>;
export function isAlive(pid: number): boolean;
