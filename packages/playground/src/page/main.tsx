import { render } from 'preact';
import { App } from './app.tsx';
import './style/theme.css';
import './style/controls.css';
import './style/market.css';
import './style/trading.css';
// Last: it decides what is shown on which screen.
import './style/layout.css';

const root = document.getElementById('root');
if (root) render(<App />, root);
