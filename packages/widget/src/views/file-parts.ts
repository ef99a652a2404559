// One part: whoever sends a file sees it in the thread a moment later.
export { Attachments } from './attachments.tsx';
export { TrayFile } from './tray-file.tsx';
