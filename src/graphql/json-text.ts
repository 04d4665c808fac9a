/** JSON that is text already. graphql-ws takes values only, so a mark stands in its place until the message is sent. */
export class JsonText {
  constructor(readonly text: string) {}

  toJSON(): string {
    handedOver = this.text;
    return MARK;
  }
}

let handedOver = '';
const MARK = '\u0000json\u0000';
const MARKED_END = `"payload":${JSON.stringify(MARK)}}`;

/** The message with the text of its payload, if that is a JsonText. To be called as soon as the message was made. */
export const spelledOut = (message: string): string =>
  message.endsWith(MARKED_END) ? `${message.slice(0, -MARKED_END.length)}"payload":${handedOver}}` : message;
