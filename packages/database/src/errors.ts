// Everything that can be wrong with a database before a single row is read, as one closed union with one sentence each:
// what is wrong, and the way out. Whatever is not listed here is a bug and stays an ordinary error.

export type DatabaseFault =
  | { code: 'platform_unsupported'; platform: string }
  | { code: 'package_incomplete'; path: string }
  | { code: 'disk_rights'; path: string }
  | { code: 'disk_full'; path: string }
  | { code: 'folder_expected'; path: string }
  | { code: 'home_in_use'; path: string; pid: number }
  | { code: 'port_in_use'; port: number }
  | { code: 'cluster_version'; path: string; found: string; expected: string }
  | { code: 'server_failed'; log: string; lines: string }
  | { code: 'server_unstable'; log: string }
  | { code: 'url_malformed'; url: string }
  | { code: 'host_unreachable'; host: string; reason: string }
  | { code: 'password_refused'; user: string }
  | { code: 'database_missing'; database: string }
  | { code: 'connection_failed'; reason: string }
  | { code: 'server_too_old'; found: string; required: number }
  | { code: 'encoding_unsuitable'; database: string; found: string }
  | { code: 'ctype_unsuitable'; database: string; found: string }
  | { code: 'extension_missing'; extension: string }
  | { code: 'extension_refused'; extension: string; database: string; user: string }
  | { code: 'create_refused'; database: string; user: string };

export class DatabaseError extends Error {
  readonly fault: DatabaseFault;

  constructor(fault: DatabaseFault, options?: { cause: unknown }) {
    super(describeFault(fault), options);
    this.name = 'DatabaseError';
    this.fault = fault;
  }
}

/** One sentence for a person at a terminal: the fault, and what to do about it. Never holds a password. */
export function describeFault(fault: DatabaseFault): string {
  switch (fault.code) {
    case 'platform_unsupported':
      return `There is no embedded PostgreSQL for ${fault.platform}: give the address of a PostgreSQL 15 or newer in DATABASE_URL.`;
    case 'package_incomplete':
      return `The embedded PostgreSQL lacks links that may not be made in ${fault.path}: start once as a user who may write there.`;
    case 'disk_rights':
      return `This user may not write ${fault.path}: give the user that right, or name another folder in TRELLIS_HOME.`;
    case 'disk_full':
      return `The disk that holds ${fault.path} is full: free some space and start again.`;
    case 'folder_expected':
      return `${fault.path} cannot be made, because a part of it is a file: name another folder in TRELLIS_HOME.`;
    case 'home_in_use':
      return `Process ${fault.pid} is already serving ${fault.path}: stop it first, or name another folder in TRELLIS_HOME.`;
    case 'port_in_use':
      return `Port ${fault.port}, wanted for the embedded database, is taken: free it, or leave the choice to Trellis.`;
    case 'cluster_version':
      return `The data in ${fault.path} was written by PostgreSQL ${fault.found}, this is ${fault.expected}: start the release that wrote it, make a backup there, and restore it here.`;
    case 'server_failed':
      return `The embedded PostgreSQL did not start (its log is ${fault.log}): ${fault.lines}`;
    case 'server_unstable':
      return `The embedded PostgreSQL keeps ending by itself: see its log ${fault.log}, and look for want of memory or disk space.`;
    case 'url_malformed':
      return `DATABASE_URL does not read as postgres://user:password@host:port/database: ${fault.url}.`;
    case 'host_unreachable':
      return `No PostgreSQL answers at ${fault.host} (${fault.reason}): check host and port in DATABASE_URL, and that the server runs.`;
    case 'password_refused':
      return `The PostgreSQL server refuses the user "${fault.user}": check user and password in DATABASE_URL.`;
    case 'database_missing':
      return `The PostgreSQL server has no database "${fault.database}": create it, or name another one in DATABASE_URL.`;
    case 'connection_failed':
      return `The PostgreSQL server of DATABASE_URL does not let us in: ${fault.reason}.`;
    case 'server_too_old':
      return `The server is PostgreSQL ${fault.found}: Trellis needs ${fault.required} or newer.`;
    case 'encoding_unsuitable':
      return `The database "${fault.database}" is encoded in ${fault.found}: create one with encoding UTF8.`;
    case 'ctype_unsuitable':
      return `The database "${fault.database}" takes Chinese characters for no letters (character type ${fault.found}), so that search would not find them: create one with a UTF-8 locale, such as: create database trellis template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'.`;
    case 'extension_missing':
      return `The server lacks the extension ${fault.extension}: install PostgreSQL's contrib package on it.`;
    case 'extension_refused':
      return `The user "${fault.user}" may not install the extension ${fault.extension} in "${fault.database}": let an administrator run there: create extension ${fault.extension}.`;
    case 'create_refused':
      return `The user "${fault.user}" may not create schemas in "${fault.database}": let an administrator run: grant create on database "${fault.database}" to "${fault.user}".`;
  }
}

/** The fault behind an error of the file system, or null when it is of another kind. */
export function diskFault(error: unknown, path: string): DatabaseFault | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? error.code : null;
  const makingFolder = 'syscall' in error && error.syscall === 'mkdir';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'disk_rights', path };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk_full', path };
  if (makingFolder && (code === 'ENOTDIR' || code === 'EEXIST')) return { code: 'folder_expected', path };
  // How Node says that a folder cannot be made on a disk that is mounted for reading only.
  if (makingFolder && code === 'ENOENT') return { code: 'disk_rights', path };
  return null;
}
