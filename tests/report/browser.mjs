// Opens a report in Chromium and prints what was seen as JSON:
// node browser.mjs NODE_MODULES CHROMIUM REPORT [SCREENSHOT_FOLDER]
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [modules, chromium, report, pictures] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/").href);
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await puppeteer.launch({
  executablePath: chromium, headless: true, args: ["--no-sandbox", "--disable-gpu"],
});
const seen = { requests: [], dialogs: 0, errors: [], violations: {}, overflow: {} };
try {
  const page = await browser.newPage();
  await page.setBypassCSP(false);
  page.on("request", request => {
    if (!request.url().startsWith("file:")) seen.requests.push(request.url().slice(0, 200));
  });
  page.on("dialog", dialog => { seen.dialogs += 1; dialog.dismiss(); });
  page.on("pageerror", error => seen.errors.push(String(error)));
  page.on("console", message => {
    if (message.type() === "error") seen.errors.push(message.text());
  });
  const start = performance.now();
  await page.goto(pathToFileURL(report).href, { waitUntil: "load", timeout: 120000 });
  seen.open = Math.round(performance.now() - start);
  seen.owned = await page.evaluate(() => Boolean(window.owned));
  seen.foreign = await page.evaluate(() => [
    ...document.querySelectorAll("img,iframe,object,embed,base,link,form[action],[onclick],[onerror],[onload]"),
  ].length + [...document.querySelectorAll("script")].length - 1
    + [...document.querySelectorAll("a")].filter(a => !a.getAttribute("href").startsWith("#")).length);
  const form = await page.$("#filter");
  if (form) {
    seen.status = await page.$eval("#shown", element => element.textContent);
    seen.filter = await page.evaluate(() => {
      const start = performance.now();
      document.querySelector("input[value=suggestion]").click();
      document.body.getBoundingClientRect();
      return Math.round(performance.now() - start);
    });
    seen.filtered = await page.$eval("#shown", element => element.textContent);
    seen.hash = await page.evaluate(() => location.hash);
    if (await page.$("select[name=criterion]")) {
      await page.evaluate(() => document.querySelector(".by-criterion td a").click());
      await page.waitForFunction(() => document.querySelector("select[name=criterion]").value);
      seen.byCriterion = await page.$eval("#shown", element => element.textContent);
      seen.criterion = await page.evaluate(() => location.hash);
    }
    await page.evaluate(() => document.querySelector("button[type=reset]").click());
    await page.waitForFunction(() => location.hash === "");
    await page.evaluate(() => document.getElementById("next").click());
    const last = await page.evaluate(() => {
      const pages = document.querySelectorAll("details.page");
      location.hash = pages[pages.length - 1].id;
      return pages[pages.length - 1].id;
    });
    await new Promise(done => setTimeout(done, 500));
    seen.inView = await page.evaluate(id => {
      const place = document.getElementById(id).getBoundingClientRect();
      return place.top < innerHeight && place.bottom > 0;
    }, last);
    await page.evaluate(() => { history.replaceState(null, "", "#"); });
    await page.evaluate(() => document.getElementById("next").click());
    seen.focused = await page.evaluate(() => document.activeElement.id);
  }
  if (process.env.AXE !== "0")
    await page.evaluate(() => { for (const each of document.querySelectorAll("details")) each.open = true; });
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const width of [360, 768, 1280]) {
      await page.setViewport({ width, height: 900 });
      seen.overflow[`${scheme} ${width}`] = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (pictures) await page.screenshot({ path: `${pictures}/${scheme}-${width}.png` });
    }
    if (process.env.AXE !== "0") {
      // Through the protocol: the policy of the page lets nobody else's script run.
      const client = await page.createCDPSession();
      await client.send("Runtime.evaluate", { expression: axe });
      const answer = await client.send("Runtime.evaluate", {
        expression: "axe.run(document, { resultTypes: ['violations'] })",
        awaitPromise: true, returnByValue: true,
      });
      const found = answer.result.value;
      seen.violations[scheme] = found.violations.map(
        each => `${each.id}: ${each.nodes.length} ${each.nodes[0].html.slice(0, 200)}`);
    }
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen, null, 1));
