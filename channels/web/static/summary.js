// The print button of the summary page.
document.getElementById("print").addEventListener("click", () => window.print());
