import { render } from "preact";
import { App } from "./app";
import { adopt } from "./session";

const RELOADED = "hookwright.reloaded";
const MINUTE_MS = 60_000;

// a newer version was installed meanwhile: what this page would load next is gone
window.addEventListener("vite:preloadError", (event) => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < MINUTE_MS) return;
  event.preventDefault();
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
});

adopt();
render(<App />, document.getElementById("console")!);
