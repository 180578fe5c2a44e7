/** CodeMirror with what code of a trigger needs: JavaScript or JSON, completion, marks at lines. */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { json, jsonParseLinter } from "@codemirror/lang-json";
import { HighlightStyle, bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export type Language = "javascript" | "json";

/** Something to say about a line, counted from 1. */
export interface Mark {
  line: number;
  column?: number | null;
  message: string;
}

export interface CodeMirrorHandle {
  show: (value: string) => void;
  mark: (marks: Mark[]) => void;
  destroy: () => void;
}

const theme = EditorView.theme({
  "&": { fontSize: "13px", color: "var(--text)", backgroundColor: "var(--field)", borderRadius: "6px" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", maxHeight: "420px", overflow: "auto" },
  ".cm-content": { caretColor: "var(--text)", padding: "8px 0", minHeight: "120px" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--faint)", border: "none" },
  ".cm-activeLine": { backgroundColor: "var(--hover)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--selected) !important" },
  ".cm-tooltip": {
    backgroundColor: "var(--card)",
    color: "var(--text)",
    border: "1px solid var(--line)",
    borderRadius: "6px",
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.regexp], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.definition(tags.variableName)], color: "var(--code-name)" },
]);

export function mount(
  root: ShadowRoot,
  given: { value: string; language: Language; label: string; isReadOnly: boolean; onValue: (value: string) => void },
): CodeMirrorHandle {
  let isShowing = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: given.value,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        given.language === "json" ? [json(), linter(jsonParseLinter())] : javascript(),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ "aria-label": `${given.label}. Escape, then Tab, leaves the editor.` }),
        EditorState.readOnly.of(given.isReadOnly),
        theme,
        syntaxHighlighting(colours),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isShowing) given.onValue(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    show(value) {
      if (value === view.state.doc.toString()) return;
      isShowing = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
      isShowing = false;
    },
    mark(marks) {
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.map((each) => diagnostic(view, each)),
        ),
      );
    },
    destroy: () => view.destroy(),
  };
}

function diagnostic(view: EditorView, mark: Mark): Diagnostic {
  const line = view.state.doc.line(Math.min(Math.max(mark.line, 1), view.state.doc.lines));
  const from = Math.min(line.from + Math.max((mark.column ?? 1) - 1, 0), line.to);
  return { from, to: Math.max(from, line.to), severity: "error", message: mark.message };
}
