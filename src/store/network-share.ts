import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Whether a file lies on the disk of another machine, as far as can be told from its path and its file system: a UNC path on Windows, the
 * kind of file system on Linux. A drive letter that stands for a share is not recognised.
 */
export function isOnNetworkShare(file: string): boolean {
  return isUncPath(file) || REMOTE_FILE_SYSTEMS.has(fileSystemOf(dirname(file)));
}

/** Numbers that Linux gives to file systems of other machines (`man 2 statfs`): NFS, SMB, CIFS, SMB2 and 9p (WSL's view of Windows disks). */
const REMOTE_FILE_SYSTEMS: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997]);

/** `\\server\share\…` and `\\?\UNC\server\…`, but not `\\?\C:\…`, which is a local path. */
function isUncPath(file: string): boolean {
  return /^\\\\(?:\?\\UNC\\|[^\\?.])/i.test(file);
}

function fileSystemOf(folder: string): number {
  try {
    return statfsSync(folder).type;
  } catch {
    // Only a hint is lost: a folder that cannot be looked at is reported when the file in it is opened.
    return 0;
  }
}
