// `npm start`: runs the built sandbox, or says what to type when it has not been built.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(fileURLToPath(main))) {
  process.argv.splice(2, 0, "start");
  await import(main.href);
} else {
  console.error("esim-sandbox is not built yet: run `npm ci && npm run build`, then `npm start` again.");
  process.exitCode = 2;
}
