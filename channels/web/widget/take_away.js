// What can be done with a summary and with the whole chat: copy, print, download, share.

/** Hand a text to the person as a file. */
const saveFile = (name, text, chat) => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const anchor = make("a", { href: address, download: name, hidden: true });
  chat.root.appendChild(anchor);
  anchor.click();
  anchor.remove();
  later(() => URL.revokeObjectURL(address), 1000);
};

const copyText = async (text, chat) => {
  try {
    await navigator.clipboard.writeText(text);
    chat.tell(chat.words.copied);
  } catch {
    chat.tell(chat.words.notCopied);
  }
};

/** Open the printable summary. The window is opened at once, while the tap allows it; its address follows. */
const printSummary = async (chat) => {
  const page = window.open("about:blank", "_blank");
  try {
    const { address } = await chat.server.ask("POST", "summary", {});
    if (page) page.location.href = chat.server.home + address;
    else window.location.assign(chat.server.home + address);
  } catch (trouble) {
    if (page) page.close();
    chat.tell(trouble.sentence || chat.words.away);
  }
};

/** Save the whole conversation as a text file. */
const saveChat = async (chat) => {
  try {
    saveFile(chat.words.fileName, await chat.server.ask("GET", "export?format=text"), chat);
  } catch (trouble) {
    chat.tell(trouble.sentence || chat.words.away);
  }
};

/** The controls below a summary; `text` is what they copy, save and share. */
const takeAway = (text, chat) => {
  const { words } = chat;
  return make(
    "div",
    { class: "controls" },
    button(words.print, () => printSummary(chat)),
    button(words.copy, () => copyText(text, chat)),
    button(words.download, () => saveFile(words.fileName, text, chat)),
    navigator.share ? button(words.share, () => navigator.share({ text }).catch(() => {})) : null,
  );
};
