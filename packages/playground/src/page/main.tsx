import { render } from 'preact';
import { App } from './app.tsx';
import { Phone } from './phone/phone.tsx';
import './style/theme.css';
import './style/controls.css';
import './style/market.css';
import './style/trading.css';
// Last: it decides what is shown on which screen.
import './style/layout.css';
import './style/phone.css';

const root = document.getElementById('root');
if (root) render(location.pathname.endsWith('/telegram') ? <Phone /> : <App />, root);
