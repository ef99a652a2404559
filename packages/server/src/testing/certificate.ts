import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate for this machine that nobody has vouched for, and its key; as files and as text (PEM). Needs `openssl`. */
export async function makeCertificate(): Promise<{
  files: { certificate: string; key: string };
  certificate: string;
  key: string;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-certificate-'));
  const files = { key: join(folder, 'key.pem'), certificate: join(folder, 'certificate.pem') };
  const subject = ['-subj', '/CN=mx.harbour.example', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const places = ['-keyout', files.key, '-out', files.certificate];
  execFileSync('openssl', ['req', '-x509', ...subject, ...curve, ...places], { stdio: 'ignore' });
  return {
    files,
    certificate: await readFile(files.certificate, 'utf8'),
    key: await readFile(files.key, 'utf8'),
  };
}
