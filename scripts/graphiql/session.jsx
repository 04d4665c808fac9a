import { useCallback, useEffect, useRef, useState } from 'react';

/** Whether people log in here with a browser: the server says so in its page. */
const IS_OFFERED = document.getElementById('page').dataset.login === 'on';
/** Before what was lent expires it is fetched again. Milliseconds. */
const AHEAD = 60_000;
/** After the server could not say. Milliseconds. */
const AGAIN = 10_000;

const post = (path) => fetch(path, { method: 'POST', headers: { 'vinci-page': 'graphiql' } });

/**
 * Of whoever has logged in at /auth/login. `token`: lent to this page, and kept in it alone; undefined until the server has said whether
 * there is a session, then '' where there is none. `renew` asks for another. `issuerLogout`: once logged out, where to log out of the
 * issuer, too, or null.
 */
export function useSession() {
  const [token, setToken] = useState(IS_OFFERED ? undefined : '');
  const [issuerLogout, setIssuerLogout] = useState(null);
  const timer = useRef();

  const renew = useCallback(async () => {
    clearTimeout(timer.current);
    const later = (wait) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(renew, wait);
    };
    try {
      const answer = await post('/auth/token');
      if (answer.status >= 500) throw new Error(answer.statusText);
      const lent = answer.ok ? await answer.json() : undefined;
      setToken(lent?.token ?? '');
      if (lent) later(Math.max(new Date(lent.expiresAt) - Date.now() - AHEAD, AHEAD));
    } catch {
      setToken((former) => former ?? '');
      later(AGAIN);
    }
  }, []);

  const end = useCallback(async () => {
    const answer = await post('/auth/logout').catch(() => undefined);
    if (!answer?.ok) return renew();
    clearTimeout(timer.current);
    setIssuerLogout((await answer.json()).issuerLogout);
    setToken('');
  }, [renew]);

  useEffect(() => {
    if (IS_OFFERED) renew();
    return () => clearTimeout(timer.current);
  }, [renew]);

  return { isOffered: IS_OFFERED, token, issuerLogout, renew, end };
}

/** Logging in and out, where the server has an issuer. */
export function SessionLinks({ session: { isOffered, token, issuerLogout, end } }) {
  if (!isOffered || token === undefined) return null;
  if (token)
    return (
      <button type="button" onClick={end}>
        Log out
      </button>
    );
  return (
    <>
      <a href="/auth/login?return=/graphiql">Log in</a>
      {issuerLogout && <a href={issuerLogout}>Log out of the issuer, too</a>}
    </>
  );
}
