// The page at /graphiql/: GraphiQL over this server's own /graphql, with the registry's questions in a panel at the left.
'use strict';

const {createElement: element} = React;
const {useEditorContext} = GraphiQL.React;

// The panel opens a question in a tab of its own, so that nothing the reader wrote is lost.
function panelOf(questions) {
  function Questions() {
    const {addTab, queryEditor, variableEditor} = useEditorContext({nonNull: true});
    const open = question => {
      addTab();
      // The editors are emptied for the new tab when React has drawn it, which is before the next task.
      setTimeout(() => {
        queryEditor.setValue(question.query);
        variableEditor.setValue(variablesOf(question));
      });
    };
    const entry = question =>
      element(
        'li',
        {key: question.name},
        element('button', {type: 'button', onClick: () => open(question)}, question.title),
        question.note ? element('p', null, question.note) : null,
      );
    return element(
      'section',
      {'aria-label': 'Questions'},
      element('div', {className: 'graphiql-doc-explorer-title'}, 'Questions'),
      element('ul', {className: 'questions'}, questions.map(entry)),
    );
  }
  return {title: 'Questions', icon: () => element('span', {'aria-hidden': true, style: {fontSize: '1.4em'}}, '?'), content: Questions};
}

const variablesOf = question => JSON.stringify(question.variables, null, 2);

// On a first visit the first question is ready. Later GraphiQL brings back the tabs that were open.
const firstTab = question =>
  localStorage.getItem('graphiql:tabState') === null ? {query: question.query, variables: variablesOf(question)} : {};

async function start() {
  const questions = await (await fetch('/questions')).json();
  const socket = new URL('/graphql', location.href);
  socket.protocol = socket.protocol.replace('http', 'ws');
  const page = element(GraphiQL, {
    fetcher: GraphiQL.createFetcher({url: '/graphql', subscriptionUrl: socket.href}),
    plugins: [panelOf(questions)],
    defaultQuery: '',
    defaultEditorToolsVisibility: 'variables',
    ...firstTab(questions[0]),
  });
  const root = ReactDOM.createRoot(document.getElementById('page'));
  ReactDOM.flushSync(() => root.render(page));
  // GraphiQL's own way to show a panel from the start leaves it without room.
  document.querySelector('button[aria-label="Show Questions"]').click();
}

start();
