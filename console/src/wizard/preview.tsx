/** What the draft would make of deliveries that are stored, beside what was made of them. Nothing is saved. */

import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { type Problem, change } from "../api/client";
import { PreviewHandlingDocument, type PreviewHandlingMutation } from "../gql/graphql";
import { Deed, Notice } from "../parts/basics";
import { Outcome } from "../parts/outcome";
import { settled } from "../parts/saving";
import { Time } from "../parts/time";

type Preview = NonNullable<PreviewHandlingMutation["previewHandling"]["preview"]>;

export function Preview({ triggerId }: { triggerId: string }) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const look = async () => {
    await settled();
    const done = await change(PreviewHandlingDocument, { triggerId });
    setProblems(done.problems);
    setPreview(done.payload?.preview ?? null);
  };
  return (
    <div class="sub">
      <div class="card-head">
        <div>
          <h3>Against what has arrived</h3>
          <p class="hint">How the newest deliveries would end with what is described above, beside how they ended.</p>
        </div>
        <Deed does="Compare" doing="Comparing …" onDo={look} />
      </div>
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      {preview && <Rows preview={preview} />}
    </div>
  );
}

function Rows({ preview }: { preview: Preview }) {
  if (preview.deliveries.length === 0) return <p class="hint">Nothing has arrived yet.</p>;
  return (
    <div role="status">
      <p class="hint">
        {preview.changed === 0 ? "None" : preview.changed} of {preview.deliveries.length} would end otherwise.
      </p>
      <ul class="list">
        {preview.deliveries.map(({ delivery, before, after, isChanged }) => (
          <li key={delivery.id} class="list-row flush">
            <span>
              <span class="row">
                <Outcome outcome={before.outcome} />
                <span aria-label="becomes">→</span>
                <Outcome outcome={after.outcome} />
                {isChanged && <strong>changes</strong>}
              </span>
              <span class="list-about">{after.explanation}</span>
            </span>
            <Link href={`/deliveries/${delivery.id}`}>
              <Time at={delivery.receivedAt} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
