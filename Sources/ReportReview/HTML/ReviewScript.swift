/// What a review page does. It makes text nodes only, never markup, and does per click only what
/// the click needs, whatever the size of the document.
enum ReviewScript {
  static let text = #"""
    'use strict';
    (() => {
      const root = document.documentElement;
      const docs = [...document.querySelectorAll('.doc')];
      const stateWords = ['相符', '矛盾', '未核对', '不适用'];
      const stateClasses = ['v', 'w', 'u', 'e'];
      const caches = new Map();
      let current = docs[0];
      let selected = null;
      let opener = null;

      const el = (name, text, className) => {
        const node = document.createElement(name);
        if (text !== undefined) node.textContent = text;
        if (className) node.className = className;
        return node;
      };
      const docOf = (node) => node.closest('.doc');

      /* The data of a document is read when it is first asked for. */
      const dataOf = (doc) => {
        if (!caches.has(doc)) {
          const data = JSON.parse(doc.querySelector('.data').textContent);
          const facts = new Map();
          data.n.forEach((item, index) => {
            if (item[4] < 0) return;
            if (!facts.has(item[4])) facts.set(item[4], []);
            facts.get(item[4]).push(index);
          });
          caches.set(doc, { strings: data.s, items: data.n, facts });
        }
        return caches.get(doc);
      };
      const elementOf = (doc, index) => document.getElementById('n' + doc.dataset.doc + '-' + index);
      const quoteOf = (doc, index) => {
        const node = elementOf(doc, index);
        return node ? node.textContent : '';
      };

      const link = (doc, index, text) => {
        const node = el('a', text);
        node.href = '#n' + doc.dataset.doc + '-' + index;
        node.className = 'go';
        return node;
      };
      const list = (panel, title) => {
        panel.append(el('h4', title));
        const items = el('ul');
        panel.append(items);
        return items;
      };

      const tableMeaning = (node) => {
        const cell = node.closest('td');
        if (!cell) return '';
        const row = [...cell.parentNode.cells].find((other) => /[\u4e00-\u9fff]/.test(other.textContent));
        return row && row !== cell ? row.textContent.trim() : '';
      };

      const describe = (node) => {
        const doc = docOf(node);
        const panel = doc.querySelector('.detail');
        panel.replaceChildren();
        const close = el('button', '关闭', 'close');
        close.addEventListener('click', closeDetail);
        panel.append(close);
        panel.append(el('h3', node.textContent.trim()));
        if (!node.id) {
          const row = tableMeaning(node);
          if (row) panel.append(el('p', row));
          panel.append(el('p', '未核对', 'st u'));
          panel.append(el('p', '没有可以核对的表内关系，文字也没有引用'));
          return;
        }
        const { strings, items, facts } = dataOf(doc);
        const index = Number(node.id.slice(node.id.indexOf('-') + 1));
        const [state, meaning, reason, place, fact, isCell, evidence, proofs, citing] = items[index];
        if (strings[meaning]) panel.append(el('p', (isCell ? '单元格：' : '含义：') + strings[meaning]));
        panel.append(el('p', stateWords[state], 'st ' + stateClasses[state]));
        if (strings[reason]) panel.append(el('p', '原因：' + strings[reason]));
        panel.append(el('p', strings[place], 'loc'));
        const marks = node.querySelectorAll('mark');
        const findings = new Set([...marks].flatMap((mark) => mark.dataset.f.split(' ')));
        if (findings.size) {
          const items = list(panel, '问题');
          for (const id of findings) {
            const card = document.getElementById('F' + id);
            const row = el('li');
            const node = el('a', card.querySelector('.head').textContent);
            node.href = '#F' + id;
            node.className = 'go';
            row.append(node);
            items.append(row);
          }
        }
        if (evidence.length) {
          const items = list(panel, '依据');
          const seen = new Set();
          for (const [label, quote, where, target] of evidence) {
            if (target >= 0 && seen.has(target)) continue;
            seen.add(target);
            const row = el('li');
            const text = strings[label] + '“' + strings[quote] + '”';
            row.append(target >= 0 ? link(doc, target, text) : text);
            row.append(' ', el('span', strings[where], 'loc'));
            items.append(row);
          }
        }
        for (const [title, holds, ...lines] of proofs) {
          panel.append(el('h4', strings[title], holds ? 'ok' : 'bad'));
          for (const line of lines) panel.append(el('p', strings[line]));
        }
        const others = (facts.get(fact) || []).filter((other) => other !== index);
        if (others.length) {
          const rows = list(panel, '同一事实的其他位置');
          for (const other of others) {
            const row = el('li');
            row.append(link(doc, other, quoteOf(doc, other)), ' ', el('span', strings[items[other][3]], 'loc'));
            rows.append(row);
          }
        }
        if (citing.length) {
          const rows = list(panel, '与此核对的数字');
          for (const other of citing) {
            const row = el('li');
            const words = strings[items[other][1]];
            row.append(link(doc, other, (words ? words + ' ' : '') + quoteOf(doc, other)), ' ',
              el('span', stateWords[items[other][0]], 'st ' + stateClasses[items[other][0]]));
            rows.append(row);
          }
        }
      };

      const closeDetail = () => {
        const panel = current.querySelector('.detail');
        panel.replaceChildren(el('p', '点一个数字，这里说明它的含义、依据和算法。', 'hint'));
        if (selected) {
          selected.classList.remove('on');
          selected.focus({ preventScroll: true });
        }
        opener = null;
      };

      const rove = (node) => {
        if (opener && opener !== node) opener.tabIndex = -1;
        node.tabIndex = 0;
        opener = node;
      };
      const select = (node) => {
        if (selected) selected.classList.remove('on');
        selected = node;
        node.classList.add('on');
        rove(node);
        describe(node);
      };
      const reveal = (node) => {
        const doc = docOf(node);
        if (doc !== current) show(doc);
        for (let outer = node.closest('details'); outer; outer = outer.parentNode.closest('details')) outer.open = true;
        node.scrollIntoView({ block: 'center', behavior: 'instant' });
      };

      /* Findings. */
      const cards = () => [...current.querySelectorAll('.card')];
      const isShown = (card) => !card.classList.contains('off') &&
        !['error', 'warning', 'info'].some((name) => card.classList.contains(name) && root.classList.contains('no-' + name));
      let cursor = null;
      const position = () => {
        const shown = cards().filter(isShown);
        const at = shown.indexOf(cursor);
        document.getElementById('pos').textContent = (at >= 0 ? at + 1 : '–') + '/' + shown.length;
        return shown;
      };
      const goToFinding = (card, moves) => {
        if (cursor) cursor.classList.remove('on');
        cursor = card;
        card.classList.add('on');
        card.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const mark = document.getElementById('f' + card.id.slice(1));
        if (mark && moves) {
          reveal(mark);
          const before = mark.previousElementSibling;
          const number = before && before.classList.contains('n') ? before : null;
          if (number) select(number);
          (number || mark).focus({ preventScroll: true });
        } else {
          card.focus({ preventScroll: true });
        }
        position();
      };
      const step = (distance) => {
        const shown = position();
        if (!shown.length) return;
        const at = shown.indexOf(cursor);
        const next = at < 0 ? (distance > 0 ? 0 : shown.length - 1) : (at + distance + shown.length) % shown.length;
        goToFinding(shown[next], true);
      };

      /* Numbers, in the order of the text, of the states that are shown. */
      const walk = (node, forward) => {
        const walker = document.createTreeWalker(current.querySelector('.text'), NodeFilter.SHOW_ELEMENT, (other) => {
          if (!other.classList.contains('n')) return NodeFilter.FILTER_SKIP;
          const hidden = stateClasses.some((name) => other.classList.contains(name) && root.classList.contains('no-' + name));
          return hidden ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT;
        });
        walker.currentNode = node || walker.root;
        return forward ? walker.nextNode() : walker.previousNode();
      };

      const show = (doc) => {
        for (const other of docs) other.hidden = other !== doc;
        current = doc;
        cursor = null;
        const first = walk(null, true);
        if (first && !doc.querySelector('.n[tabindex="0"]')) first.tabIndex = 0;
        if (first) opener = doc.querySelector('.n[tabindex="0"]');
        position();
      };

      const follow = (id) => {
        const node = document.getElementById(id);
        if (!node) return false;
        if (node.classList.contains('n')) {
          reveal(node);
          select(node);
          node.focus({ preventScroll: true });
        } else if (node.classList.contains('card')) {
          if (docOf(node) !== current) show(docOf(node));
          goToFinding(node, false);
        } else if (node.classList.contains('ref')) {
          const card = document.getElementById('F' + id.slice(1));
          if (docOf(node) !== current) show(docOf(node));
          goToFinding(card, true);
        } else if (node.classList.contains('doc')) {
          show(node);
          node.scrollIntoView({ behavior: 'instant' });
        } else {
          return false;
        }
        return true;
      };

      document.addEventListener('click', (event) => {
        const anchor = event.target.closest('a[href^="#"]');
        if (anchor) {
          if (follow(anchor.getAttribute('href').slice(1))) {
            event.preventDefault();
            history.replaceState(null, '', anchor.getAttribute('href'));
          }
          return;
        }
        const number = event.target.closest('.n');
        if (number) {
          select(number);
          const mark = number.querySelector('mark');
          if (mark) {
            const card = document.getElementById('F' + mark.dataset.f.split(' ')[0]);
            if (cursor) cursor.classList.remove('on');
            cursor = card;
            card.classList.add('on');
            const box = card.closest('.list');
            box.scrollTop = card.offsetTop - box.offsetTop - 20;
            position();
          }
          return;
        }
        const mark = event.target.closest('mark');
        if (mark) follow('F' + mark.dataset.f.split(' ')[0]);
      });
      document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
        const onNumber = event.target.classList && event.target.classList.contains('n');
        if (event.key === 'j') step(1);
        else if (event.key === 'k') step(-1);
        else if (event.key === 'Escape') closeDetail();
        else if (onNumber && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          select(event.target);
        } else if (onNumber && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
          event.preventDefault();
          const next = walk(event.target, event.key === 'ArrowRight');
          if (next) {
            rove(next);
            next.focus({ preventScroll: true });
            next.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          }
        }
      });
      for (const box of document.querySelectorAll('input[data-sev],input[data-state]')) {
        box.checked = true;
        box.addEventListener('change', () => {
          root.classList.toggle('no-' + (box.dataset.sev || box.dataset.state), !box.checked);
          position();
        });
      }
      const groups = document.getElementById('group');
      const groupStyle = new CSSStyleSheet();
      document.adoptedStyleSheets = [groupStyle];
      groups.value = '';
      groups.addEventListener('change', () => {
        const group = groups.value;
        for (const card of document.querySelectorAll('.card')) {
          card.classList.toggle('off', group !== '' && card.dataset.g !== group);
        }
        groupStyle.replaceSync(/^[A-Z]{2}$/.test(group)
          ? 'mark:not(.g-' + group + '){background:none;box-shadow:none}' : '');
        position();
      });
      document.getElementById('next').addEventListener('click', () => step(1));
      document.getElementById('prev').addEventListener('click', () => step(-1));
      for (const part of document.querySelectorAll('.meter i')) part.style.flexGrow = part.dataset.w;
      if (docs.length) show(docs[0]);
      if (location.hash) follow(location.hash.slice(1));
    })();
    """#
}
