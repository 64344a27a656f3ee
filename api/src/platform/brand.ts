/** The platform's mark, the same on every page: a stroke on a rounded square of 32. Styles give both their colours. */
export const stroke = "M9 23V9l14 14V9";

/** The same as a picture of its own, for the tab of a browser. */
export const icon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='8' fill='#5454cf'/><path d='${stroke}' fill='none' stroke='#fff' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'/></svg>`,
)}`;
