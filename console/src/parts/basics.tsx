/** Small things that every screen uses. */

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";

type ButtonProps = JSX.IntrinsicElements["button"] & {
  kind?: "primary" | "plain" | "quiet" | "danger";
  isBusy?: boolean;
};

export function Button({ kind = "plain", isBusy = false, children, class: extra, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`button ${kind} ${extra ?? ""}`}
      aria-busy={isBusy}
      disabled={rest.disabled || isBusy}
    >
      {children}
    </button>
  );
}

/** A button that tells what it does while it does it. */
export function Deed({
  does,
  doing,
  onDo,
  ...rest
}: { does: string; doing: string; onDo: () => Promise<void> } & Omit<ButtonProps, "onClick">) {
  const [isBusy, setBusy] = useState(false);
  const isThere = useRef(true);
  useEffect(() => () => void (isThere.current = false), []);
  const run = async () => {
    setBusy(true);
    await onDo().finally(() => isThere.current && setBusy(false));
  };
  return (
    <Button {...rest} isBusy={isBusy} onClick={() => void run()}>
      {isBusy ? doing : does}
    </Button>
  );
}

export const Loading = ({ what }: { what: string }) => (
  <p class="loading" role="status">
    Loading {what} …
  </p>
);

export const Notice = ({
  tone = "info",
  children,
}: {
  tone?: "info" | "good" | "warn" | "bad";
  children: ComponentChildren;
}) => (
  <div class={`notice ${tone}`} role={tone === "bad" ? "alert" : undefined}>
    {children}
  </div>
);

export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div class="empty-text">{children}</div>}
      {action}
    </div>
  );
}

/** What stands in a screen's place until its data is there. Null once it is. */
export function waiting(
  asked: { error: string; isLoading: boolean; data: unknown; refresh: () => void },
  what: string,
) {
  if (asked.data !== undefined) return null;
  if (!asked.error) return <Loading what={what} />;
  return (
    <Notice tone="bad">
      {asked.error} <Button onClick={asked.refresh}>Try again</Button>
    </Notice>
  );
}

export function Head({
  title,
  crumbs = [],
  children,
  about,
}: {
  title: ComponentChildren;
  crumbs?: [label: string, href: string][];
  children?: ComponentChildren;
  about?: ComponentChildren;
}) {
  return (
    <header class="head">
      {crumbs.length > 0 && (
        <nav class="crumbs" aria-label="Where this is">
          {crumbs.map(([label, href], index) => (
            <span key={href}>
              {index > 0 && <span aria-hidden="true"> / </span>}
              <Link href={href}>{label}</Link>
            </span>
          ))}
        </nav>
      )}
      <div class="head-row">
        <h1>{title}</h1>
        {children && <div class="head-actions">{children}</div>}
      </div>
      {about && <p class="about">{about}</p>}
    </header>
  );
}

export function Tabs({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: [name: string, href: string, count?: number][];
  current: string;
}) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(([name, href, count]) => (
        <Link key={href} href={href} aria-current={name === current ? "page" : undefined}>
          {name}
          {count !== undefined && count > 0 && <span class="count">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** A text to take along: an address, a token. */
export function Copy({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      field.current?.select(); // not allowed: the text is marked, to be copied by hand
      globalThis.document.execCommand("copy");
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <div class="copy">
      <input
        ref={field}
        class="mono"
        readOnly
        value={text}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={() => void copy()} aria-label={`Copy: ${label}`}>
        {isCopied ? "Copied" : "Copy"}
      </Button>
    </div>
  );
}

export function More({ hasMore, onMore }: { hasMore: boolean; onMore: () => void }) {
  return hasMore ? (
    <div class="more">
      <Button onClick={onMore}>Show more</Button>
    </div>
  ) : null;
}

/** Asks before something that cannot be undone. */
export function Confirm({
  ask,
  does,
  doing,
  children,
  onDo,
}: {
  ask: string;
  does: string;
  doing: string;
  children: ComponentChildren;
  onDo: () => Promise<string | void>;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState("");
  return (
    <>
      <Button kind="quiet" class="danger-text" onClick={() => (setProblem(""), dialog.current?.showModal())}>
        {ask}
      </Button>
      <dialog ref={dialog} aria-label={ask}>
        <h2>{ask}?</h2>
        {children}
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div class="row end">
          <Button onClick={() => dialog.current?.close()}>Cancel</Button>
          <Deed
            kind="danger"
            does={does}
            doing={doing}
            onDo={async () => {
              const wrong = await onDo();
              if (wrong) setProblem(wrong);
              else dialog.current?.close();
            }}
          />
        </div>
      </dialog>
    </>
  );
}
