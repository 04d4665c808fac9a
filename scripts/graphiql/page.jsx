import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createClient } from 'graphql-ws';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';

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

async function ask(token, body) {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return answer.json();
}

/** For subscriptions; connects with the first one. */
function socketFor(token) {
  const url = new URL('/graphql', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return createClient({ url: String(url), connectionParams: token ? { authorization: `Bearer ${token}` } : {} });
}

function isSubscription(document, name) {
  const operations = document?.definitions.filter(({ kind }) => kind === 'OperationDefinition') ?? [];
  return operations.find((each) => !name || each.name?.value === name)?.operation === 'subscription';
}

/** Who the token belongs to, or what is wrong with it. */
async function whoIs(token) {
  const { data, errors } = await ask(token, { query: '{ viewer { name role } }' });
  if (data?.viewer) return { text: `${data.viewer.name}, ${data.viewer.role}` };
  return { fault: errors?.[0]?.message ?? 'The server did not answer.' };
}

/** Before what was lent expires it is fetched again. Milliseconds. */
const AHEAD = 60_000;

/** A token for this page, where somebody has logged in at /auth/login; it is kept in this page only. Nothing without a session. */
async function lend() {
  const answer = await fetch('/auth/token', { method: 'POST', headers: { 'vinci-page': 'graphiql' } });
  return answer.ok ? answer.json() : undefined;
}

function useLent() {
  const [lent, setLent] = useState();
  useEffect(() => {
    let next;
    const renew = async () => {
      const got = await lend().catch(() => undefined);
      setLent(got?.token);
      if (got) next = setTimeout(renew, Math.max(new Date(got.expiresAt) - Date.now() - AHEAD, AHEAD));
    };
    renew();
    return () => clearTimeout(next);
  }, []);
  return lent;
}

function Page() {
  const [entered, setEntered] = useState(() => sessionStorage.getItem(TOKEN) ?? '');
  const lent = useLent();
  const token = entered || lent || '';
  /** `for`: the token that it is about. */
  const [viewer, setViewer] = useState({});

  useEffect(() => {
    sessionStorage.setItem(TOKEN, entered);
  }, [entered]);

  useEffect(() => {
    const told = (found) => setViewer({ ...found, for: token });
    // Not with every key that is pressed.
    const later = setTimeout(() => whoIs(token).then(told, () => told({ fault: 'The server cannot be reached.' })), 400);
    return () => clearTimeout(later);
  }, [token]);

  // GraphiQL asks for the schema as soon as it is there: it is made anew for each token that is accepted, all that are lent being one.
  const accepted = viewer.text === undefined ? undefined : viewer.for;
  const socket = useMemo(() => (accepted === undefined ? undefined : socketFor(accepted)), [accepted]);
  useEffect(() => () => void socket?.dispose(), [socket]);
  const fetcher = useCallback(
    async (body, { documentAST } = {}) => {
      if (accepted === undefined) return { errors: [{ message: 'Enter a token above.' }] };
      return isSubscription(documentAST, body.operationName) ? socket.iterate(body) : ask(accepted, body);
    },
    [accepted, socket],
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
        <span className={viewer.fault ? 'fault' : ''}>{viewer.fault ?? viewer.text}</span>
      </div>
      {graphiql}
    </>
  );
}

createRoot(document.getElementById('page')).render(<Page />);
