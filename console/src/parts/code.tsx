/** A code editor, loaded when one is first needed. In a shadow root: its styles need no exception in the page's policy. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { CodeMirrorHandle, Language, Mark } from "./codemirror";

export type { Mark } from "./codemirror";

export function Code({
  value,
  onValue,
  language,
  label,
  marks = [],
  isReadOnly = false,
}: {
  value: string;
  onValue: (value: string) => void;
  language: Language;
  label: string;
  marks?: Mark[];
  isReadOnly?: boolean;
}) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeMirrorHandle | null>(null);
  const [isThere, setThere] = useState(false);
  const echoes = useRef<string[]>([]); // typed, and not come back as the value yet
  const latest = useRef({ onValue, value });
  latest.current = { onValue, value };

  useEffect(() => {
    let isGone = false;
    void import("./codemirror").then(({ mount }) => {
      if (isGone || !host.current) return;
      const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
      editor.current = mount(root, {
        value: latest.current.value,
        language,
        label,
        isReadOnly,
        onValue: (text) => (echoes.current.push(text), latest.current.onValue(text)),
      });
      setThere(true);
    });
    return () => {
      isGone = true;
      editor.current?.destroy();
      editor.current = null;
    };
  }, [language, label, isReadOnly]);

  useEffect(() => {
    const at = echoes.current.indexOf(value);
    if (at < 0) editor.current?.show(value);
    else echoes.current.splice(0, at + 1);
  }, [value, isThere]);
  useEffect(() => editor.current?.mark(marks), [JSON.stringify(marks), isThere]);

  return (
    <>
      {!isThere && <pre class="raw code-waiting">{value}</pre>}
      <div ref={host} class="code" hidden={!isThere} />
    </>
  );
}
