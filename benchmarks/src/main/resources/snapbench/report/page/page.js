/* Draws the charts of the page, filters them, shows exact values and saves files. */
(() => {
  "use strict";
  const root = document.documentElement;
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const views = new Map();
  const hidden = new Set();
  const tooltip = document.getElementById("tooltip");
  const NARROW = 560;

  /* The page's colours and sizes, which a specification leaves to it. */
  function config(width) {
    const css = getComputedStyle(root);
    const colour = (name) => css.getPropertyValue(name).trim();
    const narrow = width < NARROW;
    const limit = labelLimit(width);
    return {
      aria: false,
      background: "transparent",
      font: getComputedStyle(document.body).fontFamily,
      view: { stroke: colour("--line") },
      axis: {
        labelColor: colour("--muted"),
        titleColor: colour("--text"),
        gridColor: colour("--line"),
        domainColor: colour("--muted"),
        tickColor: colour("--muted"),
        labelFontSize: 12,
        titleFontSize: 12,
        titleFontWeight: 600,
        labelLimit: limit,
        labelOverlap: true,
      },
      axisX: { tickCount: narrow ? 4 : 8 },
      legend: {
        labelColor: colour("--text"),
        titleColor: colour("--text"),
        labelFontSize: 12,
        titleFontSize: 12,
        orient: "bottom",
        direction: "horizontal",
        columns: Math.max(2, Math.floor(width / 150)),
        symbolStrokeWidth: 1,
      },
      header: {
        labelColor: colour("--text"),
        labelFontSize: 12,
        labelFontWeight: 600,
        labelLimit: narrow ? width - 40 : 320,
      },
      line: { clip: true },
      area: { stroke: colour("--ground"), strokeWidth: 0.5 },
    };
  }

  function labelLimit(width) {
    return width < NARROW ? Math.floor(width * 0.42) : 260;
  }

  /* Room that the labels of an axis take beside a panel: a character is about 6.5 pixels wide. */
  function labelRoom(spec, width) {
    if (spec.spec.encoding.y.field !== "variant") {
      return 70;
    }
    const longest = Math.max(...spec.usermeta.variants.map((label) => label.length));
    return Math.min(labelLimit(width), longest * 6.5) + 20;
  }

  function sized(chart, width, correction) {
    const spec = structuredClone(chart.specification);
    if (spec.facet) {
      const room = labelRoom(spec, width);
      spec.columns = Math.max(1, Math.min(panels(spec), Math.floor(width / (room + 220))));
      const each = width / spec.columns - room - 24 + correction / spec.columns;
      spec.spec.width = Math.max(80, Math.floor(each));
    } else {
      spec.width = width;
      spec.height = spec.height ?? (width < NARROW ? 280 : 360);
      spec.autosize = { type: "fit-x", contains: "padding" };
    }
    return spec;
  }

  function panels(spec) {
    const rows = spec.datasets[spec.data.name];
    return new Set(rows.map((row) => row[spec.facet.field])).size;
  }

  /* Panels are sized by a guess of how wide their labels are, which is then corrected. */
  async function draw(chart) {
    const place = document.getElementById(chart.id + "-drawing");
    const width = Math.floor(place.clientWidth);
    await drawSized(chart, place, width, 0);
    if (chart.specification.facet) {
      const drawn = Number(place.querySelector("svg").getAttribute("width"));
      if (drawn > width || drawn < width - 12) {
        await drawSized(chart, place, width, width - drawn - 4);
      }
    }
    place.dataset.width = String(width);
  }

  async function drawSized(chart, place, width, correction) {
    const options = { config: config(width), logger: vega.logger(vega.Error) };
    const compiled = vegaLite.compile(sized(chart, width, correction), options).spec;
    views.get(chart.id)?.finalize();
    const view = new vega.View(vega.parse(compiled), {
      container: place.firstElementChild,
      renderer: "svg",
      hover: false,
      logLevel: vega.Error,
      tooltip: showTooltip,
    });
    views.set(chart.id, view);
    if (hidden.size > 0) {
      view.signal("hidden", [...hidden]);
    }
    await view.runAsync();
  }

  async function drawOrSay(chart) {
    try {
      await draw(chart);
    } catch (error) {
      const place = document.getElementById(chart.id + "-drawing");
      place.textContent = "This chart could not be drawn (" + error + "); its table has the figures.";
      console.error(error);
    }
  }

  /* One after the other, so that the page can be read meanwhile. */
  async function drawAll() {
    root.dataset.charts = "drawing";
    for (const chart of charts) {
      await drawOrSay(chart);
      await new Promise((resolve) => setTimeout(resolve));
    }
    drawn();
  }

  /* How often the charts have been drawn, for who waits for it. */
  function drawn() {
    root.dataset.charts = "drawn";
    root.dataset.drawn = String(Number(root.dataset.drawn ?? 0) + 1);
  }

  function showTooltip(handler, event, item, value) {
    if (value === null || value === undefined || typeof value !== "object") {
      tooltip.hidden = true;
      return;
    }
    const list = document.createElement("dl");
    for (const [name, text] of Object.entries(value)) {
      const term = list.appendChild(document.createElement("dt"));
      term.textContent = name;
      const description = list.appendChild(document.createElement("dd"));
      description.textContent = String(text);
    }
    tooltip.replaceChildren(list);
    tooltip.hidden = false;
    place(tooltip, event.clientX, event.clientY);
  }

  /* Beside the pointer, within the window. */
  function place(box, x, y) {
    const gap = 14;
    const left = x + gap + box.offsetWidth > innerWidth ? x - gap - box.offsetWidth : x + gap;
    const top = y + gap + box.offsetHeight > innerHeight ? y - gap - box.offsetHeight : y + gap;
    box.style.left = Math.max(0, left) + "px";
    box.style.top = Math.max(0, top) + "px";
  }

  async function filter() {
    hidden.clear();
    for (const box of boxes()) {
      if (!box.checked) {
        hidden.add(box.value);
      }
    }
    root.dataset.charts = "drawing";
    for (const view of views.values()) {
      await view.signal("hidden", [...hidden]).runAsync();
    }
    drawn();
  }

  function boxes() {
    return document.querySelectorAll("input[name=variant]");
  }

  function check(checked) {
    for (const box of boxes()) {
      box.checked = checked;
    }
    filter();
  }

  async function save(button) {
    const text = document.getElementById(button.dataset.attachment).textContent;
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const content = await new Response(stream).arrayBuffer();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: button.dataset.type }));
    link.download = button.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  function redrawLater() {
    clearTimeout(redrawLater.timer);
    redrawLater.timer = setTimeout(() => {
      if (root.dataset.charts === "drawing") {
        redrawLater();
      } else {
        drawAll();
      }
    }, 150);
  }

  function redrawIfWidthChanged() {
    const place = document.querySelector(".drawing");
    if (place && String(Math.floor(place.clientWidth)) !== place.dataset.width) {
      redrawLater();
    }
  }

  let unfolded = [];

  function print(printing) {
    root.classList.toggle("printing", printing);
    // what is folded is not printed; of a chart there is the drawing
    if (printing) {
      unfolded = [...document.querySelectorAll("details:not([open])")].filter(
        (details) => !details.closest("figure"),
      );
    }
    unfolded.forEach((details) => (details.open = printing));
    charts.forEach(drawOrSay);
  }

  root.classList.add("scripted");
  boxes().forEach((box) => box.addEventListener("change", filter));
  document.getElementById("check-all")?.addEventListener("click", () => check(true));
  document.getElementById("check-none")?.addEventListener("click", () => check(false));
  for (const button of document.querySelectorAll("button[data-attachment]")) {
    button.addEventListener("click", () => save(button));
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      tooltip.hidden = true;
    }
  });
  addEventListener("scroll", () => (tooltip.hidden = true), { passive: true });
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  addEventListener("resize", redrawIfWidthChanged);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redrawLater);
  drawAll();
})();
