/** Custom code with its parameters, and what it does with a delivery that is stored. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { type CodePurpose, RunCodeDocument, type RunCodeMutation } from "../gql/graphql";
import { Deed, Notice } from "../parts/basics";
import { Code, type Mark } from "../parts/code";
import { useProblems } from "../parts/form";
import { Tree } from "../parts/json";
import { Badge } from "../parts/outcome";
import { type Pair, Pairs } from "../parts/pairs";

export interface CodeDraft {
  code: string;
  parameters: Pair[];
}

type Result = NonNullable<RunCodeMutation["runCustomCode"]["result"]>;

const AT_LINE = /line (\d+)/i;

export function CodeForm({
  draft,
  path,
  purpose,
  triggerId,
  digestHeader,
  onDraft,
}: {
  draft: CodeDraft;
  path: string;
  purpose: CodePurpose;
  triggerId: string;
  digestHeader?: string | null;
  onDraft: (draft: CodeDraft) => void;
}) {
  const { wrong, missing } = useProblems(`${path}.code`);
  const [result, setResult] = useState<Result | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const run = async () => {
    const parameters = draft.parameters.filter((each) => each.name || each.value);
    const done = await change(RunCodeDocument, {
      triggerId,
      purpose,
      code: { code: draft.code, parameters, digestHeader: digestHeader || null },
    });
    setResult(done.payload?.result ?? null);
    setProblems(done.problems);
  };
  const failed = result?.error?.line
    ? [{ line: result.error.line, column: result.error.column ?? null, message: result.error.message }]
    : [];
  const refused = wrong.map((message): Mark => ({ line: Number(AT_LINE.exec(message)?.[1] ?? 1), message }));
  return (
    <div class="stack">
      <Pairs
        label="Parameters"
        path={`${path}.parameters`}
        add="Add a parameter"
        hint="What the code reads as `parameters`. Secrets stand here as {{secrets.NAME}}, never in the code."
        pairs={draft.parameters}
        onPairs={(parameters) => onDraft({ ...draft, parameters })}
      />
      <div class={`field ${wrong.length ? "wrong" : ""}`}>
        <span class="hint">
          <code>function yourFunction(parameters, libraries, request)</code>, or the body of such a function, or{" "}
          <code>module.exports = …</code>
        </span>
        <Code
          label={purpose === "VERIFY" ? "Verification code" : "Response code"}
          language="javascript"
          value={draft.code}
          marks={[...refused, ...failed]}
          onValue={(code) => onDraft({ ...draft, code })}
        />
        {[...wrong, ...missing].map((each) => (
          <p key={each} class={wrong.includes(each) ? "wrong-text" : "missing-text"}>
            {each}
          </p>
        ))}
      </div>
      <div class="row">
        <Deed does="Run it on the newest delivery" doing="Running …" onDo={run} />
        <span class="hint">Nothing is sent, kept or saved by that.</span>
      </div>
      {problems.map((each) => (
        <Notice key={each.message} tone="bad">
          {each.message}
        </Notice>
      ))}
      {result && <Outcome result={result} />}
    </div>
  );
}

function Outcome({ result }: { result: Result }) {
  const { error, console: lines, reply } = result;
  return (
    <div class="sub" role="status" aria-label="Result of the code">
      <div class="row">
        {error ? (
          <Badge tone="bad">Failed</Badge>
        ) : result.isVerified === null || result.isVerified === undefined ? (
          <Badge tone="good">Ran</Badge>
        ) : (
          <Badge tone={result.isVerified ? "good" : "bad"}>{result.isVerified ? "Genuine" : "Not genuine"}</Badge>
        )}
        <span class="hint">
          {result.wallMilliseconds.toFixed(1)} ms, {result.cpuMilliseconds.toFixed(1)} ms of CPU
        </span>
      </div>
      {error && (
        <p class="wrong-text">
          {error.line && `Line ${error.line}: `}
          {error.message} {error.hint}
        </p>
      )}
      {!error && result.explanation && <p>{result.explanation}</p>}
      {result.missingParameters.length > 0 && (
        <p class="missing-text">
          Without a value yet, so the code does not see them: {result.missingParameters.join(", ")}
        </p>
      )}
      {result.persists.length > 0 && <p class="hint">It asks to keep: {result.persists.join(", ")}</p>}
      {reply ? (
        <>
          <p>
            It answers <Badge tone="info">{reply.status}</Badge>
          </p>
          <pre class="raw">{reply.body.text ?? reply.body.base64 ?? ""}</pre>
        </>
      ) : (
        result.value !== null && result.value !== undefined && <Tree value={result.value} />
      )}
      {lines.length > 0 && (
        <div>
          <h3>Console</h3>
          <pre class="raw">{lines.map((each) => `${each.level.toLowerCase()}  ${each.text}`).join("\n")}</pre>
        </div>
      )}
    </div>
  );
}
