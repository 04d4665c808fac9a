import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromClients, Heard, Subscribers, ToClients } from './messages.js';

/** Subscribers in a process of their own, so that they take no time of what is measured. */
export class ClientsProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves when each has been told how far the log was read. */
  static async connect(subscribers: Subscribers): Promise<ClientsProcess> {
    const clients = new ClientsProcess(fork(join(import.meta.dirname, 'clients.ts')));
    await clients.#ask({ connect: subscribers });
    return clients;
  }

  async report(): Promise<readonly Heard[]> {
    const answer = await this.#ask({ report: true });
    if ('heard' in answer) return answer.heard;
    throw new Error(`The subscribers answered with ${JSON.stringify(answer)}.`);
  }

  async end(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }

  async #ask(message: ToClients): Promise<FromClients> {
    const ended = once(this.child, 'exit').then(([code]) => {
      throw new Error(`The subscribers' process ended with ${code}.`);
    });
    // Of no interest once there is an answer.
    ended.catch(() => undefined);
    this.child.send(message);
    const [answer] = (await Promise.race([once(this.child, 'message'), ended])) as [FromClients];
    return answer;
  }
}
