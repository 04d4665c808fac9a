/**
 * A plain file server, to compare with: GET reads a file of the folder that it is given, PUT writes one and has it on the disk before
 * it answers. Says its port.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const folder = process.argv[2];

const server = createServer(async (request, response) => {
  const file = join(folder, basename(request.url));
  if (request.method === 'PUT') {
    await pipeline(request, createWriteStream(file));
    const written = await open(file);
    await written.sync();
    await written.close();
    response.writeHead(201).end();
  } else {
    response.writeHead(200, { 'content-length': (await stat(file)).size });
    await pipeline(createReadStream(file), response);
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
