/** What arrived, for reading: JSON as a tree and as it is. Always text, whatever it says. */

import { useState } from "preact/hooks";

const MANY = 100;

interface Body {
  base64: string;
  text: string | null;
  json: unknown;
  size: number;
}

export const bytes = (size: number): string =>
  size < 1024
    ? `${size} B`
    : size < 1_048_576
      ? `${(size / 1024).toFixed(1)} KB`
      : `${(size / 1_048_576).toFixed(1)} MB`;

export function BodyView({ body, label }: { body: Body; label: string }) {
  const hasTree = body.json !== null && typeof body.json === "object";
  const [form, setForm] = useState<"tree" | "raw">(hasTree ? "tree" : "raw");
  if (body.size === 0) return <p class="hint">Empty.</p>;
  return (
    <div class="body">
      <div class="body-bar">
        {hasTree && (
          <div class="switch" role="group" aria-label={`${label}: how it is shown`}>
            {(["tree", "raw"] as const).map((each) => (
              <button key={each} type="button" aria-pressed={form === each} onClick={() => setForm(each)}>
                {each === "tree" ? "Tree" : "Raw"}
              </button>
            ))}
          </div>
        )}
        <span class="hint">
          {bytes(body.size)}
          {body.text === null && ", not text: shown as Base64"}
        </span>
      </div>
      {form === "tree" && hasTree ? (
        <div class="tree">
          <Node name={null} value={body.json} isOpen />
        </div>
      ) : (
        <pre class="raw" tabIndex={0} aria-label={label}>
          {body.text ?? body.base64}
        </pre>
      )}
    </div>
  );
}

export function Tree({ value }: { value: unknown }) {
  return (
    <div class="tree">
      <Node name={null} value={value} isOpen />
    </div>
  );
}

function Node({ name, value, isOpen: isFirst = false }: { name: string | null; value: unknown; isOpen?: boolean }) {
  const [isOpen, setOpen] = useState(isFirst);
  const [most, setMost] = useState(MANY);
  const key = name !== null && <span class="tree-key">{name}: </span>;
  if (value === null || typeof value !== "object") {
    return (
      <div class="tree-leaf">
        {key}
        <span class={`tree-${value === null ? "null" : typeof value}`}>{JSON.stringify(value)}</span>
      </div>
    );
  }
  const entries = Object.entries(value);
  const kind = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  return (
    <details open={isOpen} onToggle={(event) => (event.stopPropagation(), setOpen(event.currentTarget.open))}>
      <summary>
        {key}
        <span class="tree-kind">{kind}</span>
      </summary>
      {isOpen &&
        entries
          .slice(0, most)
          .map(([each, inner]) => (
            <Node key={each} name={each} value={inner} isOpen={entries.length < 12 && isFirst} />
          ))}
      {isOpen && entries.length > most && (
        <button type="button" class="button quiet" onClick={() => setMost(most + 10 * MANY)}>
          {entries.length - most} more
        </button>
      )}
    </details>
  );
}

export function PairList({ pairs, label }: { pairs: { name: string; value: string }[]; label: string }) {
  if (pairs.length === 0) return <p class="hint">None.</p>;
  return (
    <table class="pair-list" aria-label={label}>
      <tbody>
        {pairs.map((pair, index) => (
          <tr key={index}>
            <th scope="row">{pair.name}</th>
            <td>{pair.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
