/** The signature doctor: which scheme would verify a refused delivery, and taking it. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import {
  ApplyDiagnosisDocument,
  DiagnoseDocument,
  type DiagnoseMutation,
  type RejectionCause,
  type VerificationInput,
} from "../gql/graphql";
import { Deed, Notice } from "../parts/basics";
import { Badge } from "../parts/outcome";

type Diagnosis = NonNullable<DiagnoseMutation["diagnoseSignature"]["diagnosis"]>;
type Finding = Diagnosis["findings"][number];

const CURABLE: RejectionCause[] = [
  "SIGNATURE_MISMATCH",
  "SIGNATURE_MISSING",
  "SIGNATURE_MALFORMED",
  "CREDENTIALS_MISMATCH",
  "CREDENTIALS_MISSING",
  "TIMESTAMP_MALFORMED",
  "TIMESTAMP_MISSING",
  "TIMESTAMP_OUTSIDE_TOLERANCE",
  "CLAIMS_MISMATCH",
  "SECRET_MISSING",
  "VERIFICATION_NOT_CONFIGURED",
];

export const isCurable = (cause: RejectionCause | null | undefined): boolean =>
  Boolean(cause) && CURABLE.includes(cause!);

export function Doctor({ triggerId, deliveryId }: { triggerId: string; deliveryId: string }) {
  const [secret, setSecret] = useState("");
  const [diagnosis, setDiagnosis] = useState<Diagnosis | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const look = async () => {
    const done = await change(DiagnoseDocument, { triggerId, deliveryId, secret: secret ? { value: secret } : null });
    setProblems(done.problems);
    setDiagnosis(done.payload?.diagnosis ?? null);
  };
  const hints = diagnosis?.hints.filter((each) => !diagnosis.explanation.includes(each.message)) ?? [];
  return (
    <section class="sub" aria-label="Signature doctor">
      <div class="card-head">
        <div>
          <h3>Signature doctor</h3>
          <p class="hint">
            Tries how this delivery could be signed, over the bytes that arrived, with your stored secrets or one that
            you type.
          </p>
        </div>
        <Deed does="Find what verifies it" doing="Trying …" onDo={look} />
      </div>
      <input
        class="mono"
        type="password"
        autoComplete="off"
        aria-label="Another secret to try"
        placeholder="Another secret to try; neither stored nor shown"
        value={secret}
        onInput={(event) => setSecret(event.currentTarget.value)}
      />
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      {diagnosis && (
        <div class="stack" role="status">
          <p>
            {diagnosis.explanation}{" "}
            {diagnosis.findings.length > 0 && (
              <span class="hint">{diagnosis.tried.toLocaleString("en")} combinations were tried.</span>
            )}
          </p>
          {diagnosis.findings.map((each, index) => (
            <FindingView key={index} finding={each} triggerId={triggerId} typed={secret} />
          ))}
          {hints.length > 0 && (
            <ul class="missing-list">
              {hints.map((each) => (
                <li key={each.message}>{each.message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}

function FindingView({ finding, triggerId, typed }: { finding: Finding; triggerId: string; typed: string }) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isTaken, setTaken] = useState(false);
  const take = async () => {
    const secret = finding.secretName ? { name: finding.secretName, value: typed } : null;
    const done = await change(ApplyDiagnosisDocument, {
      triggerId,
      verification: finding.verification as VerificationInput,
      secret,
    });
    setProblems(done.problems);
    setTaken(done.problems.length === 0);
  };
  return (
    <div class="sub">
      <p>{finding.explanation}</p>
      <p class="row hint">
        {finding.providers.length > 0 && `So signs ${finding.providers.map((each) => each.name).join(", ")}.`}
        {finding.covers.body && <Badge tone="good">body</Badge>}
        {finding.covers.time && <Badge tone="good">time</Badge>}
        {finding.covers.url && <Badge tone="good">address</Badge>}
        {finding.isStale && "Its age alone would still have it refused."}
      </p>
      {finding.secretName && (
        <p class="hint">
          The secret you typed is stored as <code>{finding.secretName}</code>.
        </p>
      )}
      {problems.map((each) => (
        <p key={each.message} class="wrong-text" role="alert">
          {each.message}
        </p>
      ))}
      <div class="row end">
        {isTaken ? (
          <Badge tone="good">Taken: prove it by another event</Badge>
        ) : (
          <Deed kind="primary" does="Use this" doing="Saving …" onDo={take} />
        )}
      </div>
    </div>
  );
}
