/**
 * What a page of another origin can try against Vinci at `url` in its visitor's name. Each resolves to what the page has learnt, or to
 * `nothing`.
 */
const nothing = 'nothing';

const asked = async (url, init) => {
  try {
    const answer = await fetch(url, { credentials: 'include', ...init });
    return answer.type === 'opaque' ? nothing : `${answer.status} ${await answer.text()}`;
  } catch {
    return nothing;
  }
};

const posted = (url, init) => asked(url, { method: 'POST', ...init });
const ours = { headers: { 'vinci-page': 'graphiql' } };
const query = JSON.stringify({ query: '{ viewer { name } }' });

/** What it comes to, or what is said of one that takes too long. */
globalThis.attempt = (url, name) =>
  Promise.race([attempts(url)[name](), new Promise((resolve) => setTimeout(resolve, 10_000, 'neither success nor failure'))]);

/** Whether an element that loads from there says that it has. */
const loaded = (name, attributes) =>
  new Promise((resolve) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.onload = () => resolve(`a ${name} loaded`);
    element.onerror = () => resolve(nothing);
    document.body.append(element);
  });

const opened = (url, ...protocols) =>
  new Promise((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws'), protocols);
    socket.onopen = () => resolve('a socket');
    socket.onerror = () => resolve(nothing);
  });

/** Long enough for a frame or a window to be there. Milliseconds. */
const PATIENCE = 3_000;
const patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE));

/** A frame of that address, or of a form sent there; what can be read of it. What is blocked does not always say that it has loaded. */
const framed = async (url, form) => {
  const frame = Object.assign(document.createElement('iframe'), { name: `frame-${Math.random()}` });
  document.body.append(frame);
  if (form) {
    const element = Object.assign(document.createElement('form'), { action: url, target: frame.name, ...form });
    element.append(Object.assign(document.createElement('input'), { name: '{"query":"{viewer{name}}","x":"', value: '"}' }));
    document.body.append(element);
    element.submit();
  } else frame.src = url;
  await patience();
  return frame.contentDocument?.body.innerText || nothing;
};

/** A window of that address; whether it can be held on to, or be read. */
const windowed = async (url) => {
  const other = window.open(url);
  await patience();
  try {
    return other.closed ? nothing : other.document.body.innerText || 'a window';
  } catch {
    return 'a window';
  }
};

globalThis.attempts = (url) => ({
  'a token, as our page asks for it': () => posted(`${url}/auth/token`, ours),
  'a token, by a request that needs no leave': () => posted(`${url}/auth/token`),
  'a token, without reading the answer': () => posted(`${url}/auth/token`, { mode: 'no-cors' }),
  'a token, by a form': () => framed(`${url}/auth/token`, { method: 'post' }),
  'logging out, as our page does it': () => posted(`${url}/auth/logout`, ours),
  'logging out, by a request that needs no leave': () => posted(`${url}/auth/logout`),
  'logging out, without reading the answer': () => posted(`${url}/auth/logout`, { mode: 'no-cors', keepalive: true }),
  'logging out, by a beacon': async () => (navigator.sendBeacon(`${url}/auth/logout`) ? nothing : 'not sent'),
  'logging out, by a form': () => framed(`${url}/auth/logout`, { method: 'post' }),
  'logging out, by an image': () => loaded('img', { src: `${url}/auth/logout` }),
  'a query': () => posted(`${url}/graphql`, { body: query, headers: { 'content-type': 'application/json' } }),
  'a query as plain text': () => posted(`${url}/graphql`, { body: query }),
  'a query by GET': () => asked(`${url}/graphql?query={viewer{name}}`),
  'a query by a form': () => framed(`${url}/graphql`, { method: 'post', enctype: 'text/plain' }),
  'a query as a script': () => loaded('script', { src: `${url}/graphql?query={viewer{name}}` }),
  'an artifact': () => asked(`${url}/api/v1/artifacts/${'0'.repeat(64)}`),
  'an event': () => posted(`${url}/api/v1/lineage`, { body: '{}' }),
  'whether it is well': () => asked(`${url}/health`),
  'the script of GraphiQL': () => loaded('script', { src: `${url}/graphiql/page.js` }),
  'GraphiQL in a frame': () => framed(`${url}/graphiql`),
  'GraphiQL in a window': () => windowed(`${url}/graphiql`),
  'a socket': () => opened(`${url}/graphql`, 'graphql-transport-ws'),
  'a socket of no protocol': () => opened(`${url}/graphql`),
});
