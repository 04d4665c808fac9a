/** Tells a person that something takes its time: `begin`, any number of updates, `end`. */
export interface Progress {
  begin(title: string): void;
  update(text: string): void;
  end(text: string): void;
}

export const silent: Progress = { begin: () => undefined, update: () => undefined, end: () => undefined };

const LINE_EVERY_MS = 5_000;

/** On a terminal one line that changes in place; elsewhere (a log file, CI) a line now and then. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  let title = '';
  let printed = 0;
  return {
    begin(text) {
      title = text;
      printed = Date.now();
      stream.write(stream.isTTY ? title : `${title}\n`);
    },
    update(text) {
      if (stream.isTTY) stream.write(`\r\u001b[K${title}: ${text}`);
      else if (Date.now() - printed > LINE_EVERY_MS) {
        printed = Date.now();
        stream.write(`${title}: ${text}\n`);
      }
    },
    end(text) {
      stream.write(stream.isTTY ? `\r\u001b[K${title}: ${text}\n` : `${title}: ${text}\n`);
    },
  };
}
