import { useReader } from '../reader.ts';
import { addressOfFile, type FileOf } from './x-client.ts';

/** A picture as a picture, anything else as a link to it. */
export function XFile({ file }: { readonly file: FileOf }) {
  const { t } = useReader();
  const address = addressOfFile(file);
  if (file.kind === 'image')
    return <img class="x-image" src={address} alt={t('facebook.pictureAlt', { name: file.name })} />;
  return (
    <a href={address} download={file.name}>
      {file.name}
    </a>
  );
}
