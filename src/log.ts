/** What is said to whoever runs Vinci. `details` are plain values; secrets and request bodies do not belong there. */
export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  warn(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** On a terminal short lines for people, elsewhere one JSON object a line. */
export function logTo(stream: NodeJS.WriteStream): Log {
  const write =
    (level: string) =>
    (message: string, details: Readonly<Record<string, unknown>> = {}) => {
      const printable = Object.fromEntries(
        Object.entries(details).map(([key, value]) => [key, value instanceof Error ? value.message : value]),
      );
      if (!stream.isTTY) return void stream.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...printable })}\n`);
      const extra = Object.entries(printable).map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
      stream.write(`${level === 'info' ? '' : `${level}: `}${message}${extra.join('')}\n`);
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
