/** Which screen an address shows. Without a token every address shows the door. */

import type { ComponentChildren } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useEffect, useErrorBoundary, useState } from "preact/hooks";
import { Link, Route, Switch, useLocation } from "wouter-preact";
import { useQuery } from "./api/hooks";
import { ViewerDocument } from "./gql/graphql";
import icon from "./icon.svg";
import { Button, Empty, Loading, Notice } from "./parts/basics";
import { Catalog } from "./screens/catalog";
import { Door } from "./screens/door";
import { IntegrationScreen } from "./screens/integration";
import { Integrations } from "./screens/integrations";
import { onSession, signOut, token } from "./session";

const TriggerScreen = lazy(() => import("./screens/trigger"));
const NewTrigger = lazy(() => import("./screens/new-trigger"));
const DeliveryScreen = lazy(() => import("./screens/delivery"));
const Workflows = lazy(() => import("./screens/workflows"));
const NewWorkflow = lazy(() => import("./screens/new-workflow"));
const WorkflowScreen = lazy(() => import("./screens/workflow"));
const Runs = lazy(() => import("./screens/runs"));
const RunScreen = lazy(() => import("./screens/run"));
const Settings = lazy(() => import("./screens/settings"));

const PLACES: [label: string, href: string, below: string[]][] = [
  ["Integrations", "/", ["/integrations", "/triggers", "/deliveries"]],
  ["Catalog", "/catalog", ["/catalog"]],
  ["Workflows", "/workflows", ["/workflows"]],
  ["Runs", "/runs", ["/runs"]],
  ["Settings", "/settings", ["/settings"]],
];

export function App() {
  const [hasToken, setHasToken] = useState(token() !== null);
  useEffect(() => onSession(() => setHasToken(token() !== null)), []);
  return hasToken ? <Shell /> : <Door />;
}

function Shell() {
  const [path] = useLocation();
  const viewer = useQuery(ViewerDocument, {}).data?.viewer;
  useEffect(() => window.scrollTo(0, 0), [path]);
  const isHere = (href: string, below: string[]) => path === href || below.some((each) => path.startsWith(each));
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <div class="side">
        <Link href="/" class="brand" aria-label="Hookwright">
          <img src={icon} alt="" />
          <span>Hookwright</span>
        </Link>
        <nav aria-label="Screens">
          {PLACES.map(([label, href, below]) => (
            <Link key={href} href={href} aria-current={isHere(href, below) ? "page" : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        <div class="side-foot">
          <span class="project">{viewer && "project" in viewer ? viewer.project.name : ""}</span>
          <Button kind="quiet" onClick={() => signOut()}>
            Sign out
          </Button>
        </div>
      </div>
      <main id="main" class="main" tabIndex={-1}>
        <Guard path={path}>
          <Suspense fallback={<Loading what="the screen" />}>
            <Switch>
              <Route path="/" component={Integrations} />
              <Route path="/catalog/:slug?">{({ slug }) => <Catalog slug={slug} />}</Route>
              <Route path="/integrations/:id/new">{({ id }) => <NewTrigger key={id} integrationId={id} />}</Route>
              <Route path="/integrations/:id/:tab?">
                {({ id, tab }) => <IntegrationScreen key={id} id={id} tab={tab ?? "triggers"} />}
              </Route>
              <Route path="/triggers/:id/:tab?">
                {({ id, tab }) => <TriggerScreen key={id} id={id} tab={tab ?? ""} />}
              </Route>
              <Route path="/deliveries/:id">{({ id }) => <DeliveryScreen key={id} id={id} />}</Route>
              <Route path="/workflows" component={Workflows} />
              <Route path="/workflows/new" component={NewWorkflow} />
              <Route path="/workflows/:id/:tab?">
                {({ id, tab }) => <WorkflowScreen key={id} id={id} tab={tab ?? ""} />}
              </Route>
              <Route path="/runs" component={Runs} />
              <Route path="/runs/:id">{({ id }) => <RunScreen key={id} id={id} />}</Route>
              <Route path="/settings" component={Settings} />
              <Route>
                <Empty title="There is nothing at this address" action={<Link href="/">Go to the integrations</Link>} />
              </Route>
            </Switch>
          </Suspense>
        </Guard>
      </main>
    </div>
  );
}

/** A fault of one screen is told, and takes nothing else with it. */
function Guard({ path, children }: { path: string; children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary();
  useEffect(reset, [path]);
  if (!error) return <>{children}</>;
  return (
    <Notice tone="bad">
      This screen failed: {error instanceof Error ? error.message : String(error)}{" "}
      <Button onClick={() => reset()}>Try again</Button>
    </Notice>
  );
}
