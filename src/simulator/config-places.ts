export { jsonPlace, syntaxPlace, type TextPlace } from "./kernel/json-places.ts";
