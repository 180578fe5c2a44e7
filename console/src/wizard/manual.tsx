/** Step 2, created by hand: the address to paste, and what it means. */

import { useState } from "preact/hooks";
import { useQuery } from "../api/hooks";
import { AccountsDocument, UserUrlDocument } from "../gql/graphql";
import { Copy, Notice } from "../parts/basics";
import type { Trigger } from "./trigger";

export function Manual({ trigger }: { trigger: Trigger }) {
  const provider = trigger.integration.provider;
  const [address] = trigger.targetUrl.split("/test");
  return (
    <section class="section" aria-labelledby="manual-title">
      <header>
        <h2 id="manual-title">Manual setup</h2>
        <p>
          {provider?.manual ||
            "Paste this address where the provider asks for a webhook URL, in your sandbox account's settings there."}
        </p>
      </header>
      <Copy label="Target URL, for your sandbox account" text={trigger.targetUrl} />
      {trigger.level === "USER" ? (
        <div class="stack">
          <p class="hint">
            It ends in /test: it takes your own test account's events. A customer pastes the same address with their
            account in the place of /test:
          </p>
          <Copy label="Form of a customer's address" text={`${address}?id=<credentialId>`} />
          <AccountAddress trigger={trigger} />
        </div>
      ) : (
        <p class="hint">
          It ends in /test: it takes your sandbox's events. In the live app, paste it without /test: {address}
        </p>
      )}
      {trigger.shownValues.map((each) => (
        <Notice key={each.name} tone={each.isVerified ? "good" : "warn"}>
          <p>
            The provider sent <strong>{each.name}</strong>, to be used there:
          </p>
          <Copy label={each.name} text={each.value} />
          {!each.isVerified && (
            <p class="hint">The request that brought it was not signed: compare it with what the provider shows.</p>
          )}
        </Notice>
      ))}
    </section>
  );
}

/** The address of one connected account, ready to be handed to that customer. */
function AccountAddress({ trigger }: { trigger: Trigger }) {
  const asked = useQuery(AccountsDocument, { id: trigger.integration.id, after: null });
  const rows = asked.data?.integration?.credentials.edges.map((edge) => edge.node) ?? [];
  const connected = rows.filter((each) => each.status === "CONNECTED" && !each.isSandbox);
  const [chosen, setChosen] = useState("");
  const credential = chosen || (connected[0]?.id ?? "");
  const found = useQuery(UserUrlDocument, { id: trigger.id, credential }, { isPaused: !credential });
  const address = found.data?.trigger?.userTargetUrl;
  if (!credential) return null;
  return (
    <>
      <label class="row hint">
        The address of
        <select class="narrow" value={credential} onChange={(event) => setChosen(event.currentTarget.value)}>
          {connected.map((each) => (
            <option key={each.id} value={each.id}>
              {each.userId}
            </option>
          ))}
        </select>
      </label>
      {address && <Copy label="Address of the chosen customer" text={address} />}
    </>
  );
}
