import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { getOperationAST, parse } from 'graphql';
import { createClient } from 'graphql-ws';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';
import { SessionLinks, useSession } from './session.jsx';

const QUERY = `# Ctrl+Enter runs the operation under the cursor; the book on the left shows what can be asked.

# The datasets Vinci has heard of, what makes them, and who says who owns them.
query Datasets {
  datasets(first: 10) {
    nodes {
      id
      namespace
      name
      owners { owner { id } role }
      producedBy(first: 5) { nodes { id name } }
    }
    pageInfo { hasNextPage endCursor }
  }
}

# What feeds a dataset: put one of the ids from above into the variable.
query Upstream($id: ID!) {
  lineage(id: $id, direction: UPSTREAM) {
    nodes { distance entity { id } }
    edges { from to kind }
    complete
  }
}

# What happens, until you stop it.
subscription Changes {
  changes {
    ... on Change { position change entityId by }
    ... on Heartbeat { position at }
  }
}
`;

const VARIABLES = '{ "id": "" }';

// GraphiQL's dialogs make a style element while they are open; the Content-Security-Policy allows it by this nonce.
globalThis.__webpack_nonce__ = document.currentScript.nonce;

/** For this tab and until it is closed. */
const TOKEN = 'vinci.token';
const LOG_IN = 'Log in, or enter a token.';

/** `refused` is called when the token does not count, or not any longer. */
async function ask(token, body, refused) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (answer.status === 401) refused?.();
  return answer.json();
}

/** What a socket is closed with whose token does not count. */
const FORBIDDEN = 4403;

/** For subscriptions; connects with the first one. */
function socketFor(token, refused) {
  const url = new URL('/graphql', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return createClient({
    url: String(url),
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    on: { closed: ({ code }) => code === FORBIDDEN && refused?.() },
  });
}

/** What GraphiQL wants run: right after typing it still has the name that stood there before. */
function wanted({ operationName, ...body }) {
  try {
    const document = parse(body.query);
    const operation = getOperationAST(document, operationName) ?? getOperationAST(document);
    return { body: { ...body, operationName: operation?.name?.value }, isSubscription: operation?.operation === 'subscription' };
  } catch {
    // The server says what is wrong with it.
    return { body, isSubscription: false };
  }
}

/** Who the token belongs to, or what is wrong with it. */
async function whoIs(token) {
  const { data, errors } = await ask(token, { query: '{ viewer { name role } }' });
  if (data?.viewer) return { text: `${data.viewer.name}, ${data.viewer.role}` };
  return { fault: errors?.[0]?.message ?? 'The server did not answer.' };
}

function Page() {
  const [entered, setEntered] = useState(() => sessionStorage.getItem(TOKEN) ?? '');
  const session = useSession();
  /** Undefined until it is known who somebody is. */
  const token = entered || session.token;
  const needsToken = token === '' && session.isOffered;
  /** `for`: the token that it is about. */
  const [viewer, setViewer] = useState({});

  useEffect(() => {
    sessionStorage.setItem(TOKEN, entered);
  }, [entered]);

  useEffect(() => {
    if (token === undefined || needsToken) return setViewer({});
    let isWanted = true;
    const told = (found) => isWanted && setViewer({ ...found, for: token });
    // Not with every key that is pressed.
    const later = setTimeout(() => whoIs(token).then(told, () => told({ fault: 'The server cannot be reached.' })), 400);
    return () => {
      isWanted = false;
      clearTimeout(later);
    };
  }, [token, needsToken]);

  // GraphiQL asks for the schema as soon as it is there: it is made anew for each token that is accepted, all that are lent being one.
  const accepted = viewer.text === undefined ? undefined : viewer.for;
  const refused = entered === '' && session.isOffered ? session.renew : undefined;
  const socket = useMemo(() => (accepted === undefined ? undefined : socketFor(accepted, refused)), [accepted, refused]);
  useEffect(() => () => void socket?.dispose(), [socket]);
  const fetcher = useCallback(
    async (asked) => {
      if (accepted === undefined) return { errors: [{ message: session.isOffered ? LOG_IN : 'Enter a token above.' }] };
      const { body, isSubscription } = wanted(asked);
      return isSubscription ? socket.iterate(body) : ask(accepted, body, refused);
    },
    [accepted, socket, refused, session.isOffered],
  );
  const key = accepted === undefined ? 'none' : entered === '' ? 'lent' : accepted;
  const graphiql = useMemo(
    () => <GraphiQL key={key} fetcher={fetcher} defaultQuery={QUERY} initialVariables={VARIABLES} />,
    [fetcher, key],
  );

  return (
    <>
      <div className="access">
        <label>
          Token
          <input
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder="vinci_… (the first start prints one)"
            value={entered}
            onChange={(event) => setEntered(event.target.value.trim())}
          />
        </label>
        <span className={viewer.fault ? 'fault' : ''}>{needsToken ? LOG_IN : (viewer.fault ?? viewer.text)}</span>
        <SessionLinks session={session} />
      </div>
      {graphiql}
    </>
  );
}

createRoot(document.getElementById('page')).render(<Page />);
