export default {
  app: { name: 'やること', vendor: '伴走' },
  locales: { availableLocales: ['ja'], fallbackLocale: 'ja' },
  disableWelcomeMessage: true,
  customScripts: ['../../lib/house'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '選んでいるやることを引き受ける' },
    focusList: { key: 'ctrl+alt+l', description: '一覧の最初のやることへ' },
    focusForm: { key: 'ctrl+alt+f', description: '様式の最初の欄へ' },
  },
};
