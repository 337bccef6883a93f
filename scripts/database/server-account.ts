/**
 * PostgreSQL refuses to run as root. Started as root (a container, a CI machine), its programs get the
 * unprivileged account "nobody" instead; started as anyone else, they run as that user.
 */
export const nobody = 65_534;

export interface ServerAccount {
  uid?: number;
  gid?: number;
}

export function serverAccount(): ServerAccount {
  return runsAsRoot() ? { uid: nobody, gid: nobody } : {};
}

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}
