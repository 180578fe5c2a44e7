// The page at /graphql for people: GraphiQL with a field for the token, speaking to the address it came from.
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { setNonce } from 'get-nonce';
import { GraphiQL } from 'graphiql';
import { parse } from 'graphql';
import { StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './page.css';

const KEPT = 'hookwright.token'; // for this tab alone, as long as it is open
const FIRST = `# Ctrl-Enter runs this, Ctrl-Space completes.
# The book on the left is the whole API.
{
  viewer {
    ... on Editor {
      project {
        id
        name
      }
    }
  }
}
`;

const plugins = [explorerPlugin({ showAttribution: false })];

function givenToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return sessionStorage.getItem(KEPT) ?? '';
  history.replaceState(null, '', location.pathname + location.search); // an address is copied, a token should not be
  sessionStorage.setItem(KEPT, given);
  return given;
}

function fetcherFor(token) {
  const headers = token === '' ? {} : { Authorization: `Bearer ${token}` };
  const { protocol, host, pathname } = location;
  const fetcher = createGraphiQLFetcher({
    url: pathname,
    subscriptionUrl: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${pathname}`,
    headers,
    wsConnectionParams: headers,
  });
  // GraphiQL parses what is typed a moment later, and would send a subscription that is run at once over HTTP
  return (params, options) => fetcher(params, { ...options, documentAST: parsed(params.query) ?? options?.documentAST });
}

function parsed(query) {
  try {
    return parse(query);
  } catch {
    return undefined; // the server's error says where
  }
}

function Page() {
  const [token, setToken] = useState(givenToken);
  const fetcher = useMemo(() => fetcherFor(token), [token]);
  const change = (event) => {
    const changed = event.target.value.trim();
    sessionStorage.setItem(KEPT, changed);
    setToken(changed);
  };
  return (
    <>
      <header className="page-header">
        <a href="/">Hookwright</a>
        <label>
          Token
          <input
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder="editor token, as ./run printed it"
            value={token}
            onChange={change}
          />
        </label>
      </header>
      <GraphiQL fetcher={fetcher} plugins={plugins} defaultQuery={FIRST} defaultEditorToolsVisibility="variables">
        <GraphiQL.Logo>
          <span />
        </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}

setNonce(document.querySelector('meta[property=csp-nonce]').nonce);
createRoot(document.getElementById('page')).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
