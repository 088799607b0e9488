import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, request, type ClientRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { importFiles } from './import-files.ts';
import { receiveUpload, type Upload } from './upload.ts';

let home: string;
let server: Server;
let outcome: Promise<Upload>;
let settle: (upload: Promise<Upload>) => void;
const files = () => importFiles(home, 'job');

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'trellis-upload-'));
  server = createServer((incoming, response) => {
    const received = receiveUpload(incoming, files(), 1);
    settle(received);
    received.then(
      () => response.end('taken'),
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(home, { recursive: true });
});
beforeEach(() => {
  outcome = new Promise((resolve) => (settle = resolve));
  outcome.catch(() => undefined);
});

function send(): ClientRequest {
  const { port } = server.address() as AddressInfo;
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  return request({ port, method: 'POST', headers }, (answer) => answer.resume()).on('error', () => undefined);
}

const start = '--b\r\ncontent-disposition: form-data; name="file"; filename="订单.csv"\r\n\r\n';
const end = '\r\n--b--\r\n';

test('a file arrives as it is, readable for its owner alone, with its name and the options before or behind it', async () => {
  const options = '--b\r\ncontent-disposition: form-data; name="options"\r\n\r\n{"mode":"create"}\r\n';
  send().end(`${options}${start}title\r\n华${end}`);
  expect(await outcome).toEqual({ name: '订单.csv', options: '{"mode":"create"}' });
  expect(await readFile(files().upload, 'utf8')).toBe('title\r\n华');
  expect((await stat(files().upload)).mode & 0o777).toBe(0o600);
});

test('a file beyond the limit is refused before all of it has come', async () => {
  const sending = send();
  sending.write(start + 'x'.repeat(1_100_000));
  await expect(outcome).rejects.toMatchObject({ code: 'too_big', params: { limit: '1 MB' } });
  sending.destroy();
});

test.each([
  ['without a file', `--b\r\ncontent-disposition: form-data; name="options"\r\n\r\n{}${end}`],
  ['that ends in the middle', `${start}title\nx`],
  [
    'that ends in the middle of another part',
    '--b\r\ncontent-disposition: form-data; name="other"; filename="x"\r\n\r\nx',
  ],
])('a form %s is refused', async (_what, body) => {
  send().end(body);
  await expect(outcome).rejects.toMatchObject({ code: 'malformed_request' });
});

test('a sender who goes away in the middle is not waited for', async () => {
  const sending = send();
  sending.write(`${start}title\nx`, () => setTimeout(() => sending.destroy(), 50));
  await expect(outcome).rejects.toMatchObject({ code: 'malformed_request' });
});
