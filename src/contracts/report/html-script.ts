/** The page's only program: it filters the table of cases by text and by outcome. Without it all cases are shown. */
export const SCRIPT = `
"use strict";
const text = document.getElementById("filter");
const outcome = document.getElementById("outcome");
const shown = document.getElementById("shown");
const rows = Array.from(document.querySelectorAll("#cases tbody tr"), (row) => [row, row.textContent.toLowerCase()]);
function filter() {
  const words = text.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
  let count = 0;
  for (const [row, content] of rows) {
    const fits = (outcome.value === "" || row.dataset.outcome === outcome.value) && words.every((word) => content.includes(word));
    row.hidden = !fits;
    if (fits) count += 1;
  }
  shown.textContent = count + " of " + rows.length + " cases";
}
text.addEventListener("input", filter);
outcome.addEventListener("change", filter);
document.querySelector(".filters").hidden = false;
filter();
`;
