/** Compares the provider's webhooks with ours, and mends each difference. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import { AccountsDocument, FixFindingDocument, ReconcileDocument, type ReconcileMutation } from "../gql/graphql";
import { Deed, Notice } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import type { Trigger } from "../wizard/trigger";

type Compared = ReconcileMutation["reconcileRegistrations"];

export function Reconcile({ trigger }: { trigger: Trigger }) {
  const accounts =
    useQuery(AccountsDocument, { id: trigger.integration.id, after: null })
      .data?.integration?.credentials.edges.map((edge) => edge.node)
      .filter((each) => each.status === "CONNECTED") ?? [];
  const [chosen, setChosen] = useState("");
  const [compared, setCompared] = useState<Compared | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const credentialId = trigger.level === "USER" ? chosen || (accounts[0]?.id ?? null) : null;
  const compare = async () => {
    const done = await change(ReconcileDocument, { triggerId: trigger.id, credentialId });
    setProblems(done.problems);
    setCompared(done.problems.length === 0 ? done.payload : null);
  };
  const fix = async (findingId: string) => {
    const done = await change(FixFindingDocument, { triggerId: trigger.id, credentialId, findingId });
    if (done.problems.length > 0) setProblems(done.problems);
    else await compare();
  };
  return (
    <section class="card stack" aria-labelledby="reconcile-title">
      <div class="card-head">
        <div>
          <h2 id="reconcile-title">Compare with the provider</h2>
          <p class="hint">Asks the provider which webhooks exist, and shows what differs from what is known here.</p>
        </div>
        <span class="row">
          {trigger.level === "USER" && accounts.length > 0 && (
            <select
              class="narrow"
              aria-label="Account that asks"
              value={credentialId ?? ""}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {accounts.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.userId}
                </option>
              ))}
            </select>
          )}
          <Deed does="Compare" doing="Asking the provider …" onDo={compare} />
        </span>
      </div>
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      {compared && compared.findings.length === 0 && (
        <Notice tone="good">Both sides agree. The provider has {compared.listed ?? 0} webhooks.</Notice>
      )}
      <ul class="list">
        {compared?.findings.map((each) => (
          <li key={each.id} class="list-row flush">
            <span>
              <Badge tone="warn">{humane(each.kind)}</Badge> {each.explanation}
            </span>
            <Deed does="Mend it" doing="Mending …" onDo={() => fix(each.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
