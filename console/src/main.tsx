import { render } from "preact";
import { App } from "./app";
import { adopt } from "./session";

adopt();
render(<App />, document.getElementById("console")!);
