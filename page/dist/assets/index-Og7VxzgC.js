const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Today-Mm9-Kkn5.js","assets/Changes-3nzt_kEQ.js","assets/Named-CRl4MRcp.js","assets/Side-BJbcD8eg.js","assets/Funnel-RwEiOWV6.js","assets/Heading-Uar1tn7e.js","assets/Panel-VUVZGbVh.js","assets/Search-D8G4YJ7U.js","assets/Organisation-Bj-iY6Dl.js","assets/Award-D4O5BO0h.js","assets/Sources-Dqem2ppp.js","assets/Networks-CfD_izFG.js","assets/Network-CBJWSNDM.js","assets/Needs-BgNd0tmg.js","assets/Ground-YXmcn3CQ.js","assets/Record-Cairb5HG.js","assets/Import-Cd55ufig.js","assets/Partnerships-B94Q9If-.js","assets/Money-vUtnEv7w.js","assets/ToDo-D7sYW8iW.js","assets/Reports-kVHpXcV-.js","assets/Picture-BEntwMas.js","assets/Map-D03EosIx.js","assets/Changes-CMz1kzhY.js","assets/Missing-BQKXpBmA.js"])))=>i.map(i=>d[i]);
var e=Array.isArray,t=Array.prototype.indexOf,n=Array.prototype.includes,r=Array.from,i=Object.defineProperty,a=Object.getOwnPropertyDescriptor,o=Object.getOwnPropertyDescriptors,s=Object.prototype,c=Array.prototype,l=Object.getPrototypeOf,u=Object.isExtensible,d=()=>{};function f(e){return e()}function p(e){for(var t=0;t<e.length;t++)e[t]()}function m(){var e,t;return{promise:new Promise((n,r)=>{e=n,t=r}),resolve:e,reject:t}}function h(e,t){if(Array.isArray(e))return e;if(t===void 0||!(Symbol.iterator in e))return Array.from(e);let n=[];for(let r of e)if(n.push(r),n.length===t)break;return n}var g=1<<24,_=1024,v=2048,y=4096,ee=8192,b=16384,x=32768,te=1<<25,ne=65536,re=1<<18,ie=1<<19,ae=1<<20,oe=1<<25,se=1<<21,ce=1<<22,le=1<<23,ue=Symbol(`$state`),de=Symbol(`component`),fe=Symbol(`legacy props`),pe=Symbol(``),me=Symbol(`attributes`),he=Symbol(`class`),ge=Symbol(`style`),_e=Symbol(`text`),ve=Symbol(`form reset`),ye=new class extends Error{name=`StaleReactionError`;message="The reaction that called `getAbortSignal()` was re-run or destroyed"},be=!!globalThis.document?.contentType&&globalThis.document.contentType.includes(`xml`),xe={},S=Symbol(`uninitialized`),Se=`http://www.w3.org/1999/xhtml`;function Ce(){console.warn(`https://svelte.dev/e/derived_inert`)}function we(e){console.warn(`https://svelte.dev/e/hydration_mismatch`)}function Te(){console.warn(`https://svelte.dev/e/select_multiple_invalid_value`)}function Ee(){console.warn(`https://svelte.dev/e/svelte_boundary_reset_noop`)}var C=!1;function De(e){C=e}var w;function T(e){if(e===null)throw we(),xe;return w=e}function Oe(){return T(ln(w))}function E(e){if(C){if(ln(w)!==null)throw we(),xe;w=e}}function ke(e=1){if(C){for(var t=e,n=w;t--;)n=ln(n);w=n}}function Ae(e=!0){for(var t=0,n=w;;){if(n.nodeType===8){var r=n.data;if(r===`]`){if(t===0)return n;--t}else(r===`[`||r===`[!`||r[0]===`[`&&!isNaN(Number(r.slice(1))))&&(t+=1)}var i=ln(n);e&&n.remove(),n=i}}function je(e){if(!e||e.nodeType!==8)throw we(),xe;return e.data}function Me(e){return e===this.v}function Ne(e,t){return e==e?e!==t||typeof e==`object`&&!!e||typeof e==`function`:t==t}function Pe(e){return!Ne(e,this.v)}function Fe(){throw Error(`https://svelte.dev/e/async_derived_orphan`)}function Ie(e,t,n){throw Error(`https://svelte.dev/e/each_key_duplicate`)}function Le(e){throw Error(`https://svelte.dev/e/effect_in_teardown`)}function Re(){throw Error(`https://svelte.dev/e/effect_in_unowned_derived`)}function ze(e){throw Error(`https://svelte.dev/e/effect_orphan`)}function Be(){throw Error(`https://svelte.dev/e/effect_update_depth_exceeded`)}function Ve(e){throw Error(`https://svelte.dev/e/props_invalid_value`)}function He(){throw Error(`https://svelte.dev/e/state_descriptors_fixed`)}function Ue(){throw Error(`https://svelte.dev/e/state_prototype_fixed`)}function We(){throw Error(`https://svelte.dev/e/state_unsafe_mutation`)}function Ge(){throw Error(`https://svelte.dev/e/svelte_boundary_reset_onerror`)}var Ke=!1;function qe(){Ke=!0}var D=null;function Je(e){D=e}function Ye(e,t=!1,n){D={p:D,i:!1,c:null,e:null,s:e,x:null,r:H,l:Ke&&!t?{s:null,u:null,$:[]}:null}}function Xe(e){var t=D,n=t.e;if(n!==null){t.e=null;for(var r of n)Cn(r)}return e!==void 0&&(t.x=e),t.i=!0,D=t.p,Ze(e)}function Ze(e={}){return i(e,de,{value:!0}),e}function Qe(){return!Ke||D!==null&&D.l===null}var $e=[];function et(){var e=$e;$e=[],p(e)}function tt(e){if($e.length===0&&!kt){var t=$e;queueMicrotask(()=>{t===$e&&et()})}$e.push(e)}function nt(){for(;$e.length>0;)et()}var rt=~(v|y|_);function O(e,t){e.f=e.f&rt|t}function it(e){e.f&512||e.deps===null?O(e,_):O(e,y)}function at(e,t){e.f&2048?t.set(e,v):e.f&4096&&t.get(e)!==2048&&t.set(e,y),O(e,_)}function ot(e){C&&P(e)!==null&&fn(e)}var st=!1;function ct(){st||(st=!0,document.addEventListener(`reset`,e=>{Promise.resolve().then(()=>{if(!e.defaultPrevented)for(let t of e.target.elements)t[ve]?.()})},{capture:!0}))}function lt(e){var t=B,n=H;V(null),qn(null);try{return e()}finally{V(t),qn(n)}}function ut(e,t,n,r=n){e.addEventListener(t,()=>lt(n));let i=e[ve];e[ve]=i?()=>{i(),r(!0)}:()=>r(!0),ct()}function dt(e,t,n,r){let i=Qe()?ht:yt;var a=e.filter(e=>!e.settled),o=t.map(i);if(n.length===0&&a.length===0){r(o);return}var s=H,c=ft(),l=a.length===1?a[0].promise:a.length>1?Promise.all(a.map(e=>e.promise)):null;function u(e){if(!(s.f&16384)){c();try{r([...o,...e])}catch(e){_n(e,s)}pt()}}var d=mt();if(n.length===0){l.then(()=>u([])).finally(d);return}function f(){Promise.all(n.map(e=>_t(e))).then(u).catch(e=>_n(e,s)).finally(d)}l?l.then(()=>{s.f&16384?d():(c(),f(),pt())}):f()}function ft(){var e=H,t=B,n=D,r=k;return function(i=!0){qn(e),V(t),Je(n),i&&!(e.f&16384)&&(r?.activate(),r?.apply())}}function pt(e=!0){qn(null),V(null),Je(null),e&&k?.deactivate()}function mt(){var e=H,t=e.b,n=k,r=!!t?.is_rendered();return t?.update_pending_count(1,n),n.increment(r,e),()=>{t?.update_pending_count(-1,n),n.decrement(r,e)}}function ht(e){var t=2|v;return H!==null&&(H.f|=ie),{ctx:D,deps:null,effects:null,equals:Me,f:t,fn:e,reactions:null,rv:0,v:S,wv:0,parent:H,ac:null}}var gt=Symbol(`obsolete`);function _t(e,t,n){let r=H;r===null&&Fe();var i=void 0,a=Kt(S),o=!B,s=new Set;return Dn(()=>{var t=H,n=m();i=n.promise;try{Promise.resolve(e()).then(n.resolve,e=>{e!==ye&&n.reject(e)}).finally(pt)}catch(e){n.reject(e),pt()}var c=k;if(o){if(t.f&32768)var l=mt();if(r.b?.is_rendered())c.async_deriveds.get(t)?.reject(gt);else for(let e of s.values())e.reject(gt);s.add(n),c.async_deriveds.set(t,n)}let u=(e,t=void 0)=>{l?.(),s.delete(n),t!==gt&&(c.activate(),t?(a.f|=le,Xt(a,t)):(a.f&8388608&&(a.f^=le),Xt(a,e)),c.deactivate())};n.promise.then(u,e=>u(null,e||`unknown`))}),xn(()=>{for(let e of s)e.reject(gt)}),new Promise(e=>{function t(n){function r(){n===i?e(a):t(i)}n.then(r,r)}t(i)})}function vt(e){let t=ht(e);return Yn(t),t}function yt(e){let t=ht(e);return t.equals=Pe,t}function bt(e){var t=e.effects;if(t!==null){e.effects=null;for(var n=0;n<t.length;n+=1)z(t[n])}}function xt(e){var t,n=H,r=e.parent;if(!Wn&&r!==null&&e.v!==S&&r.f&24576)return Ce(),e.v;qn(r);try{bt(e),t=ir(e)}finally{qn(n)}return t}function St(e){var t=xt(e);!e.equals(t)&&(e.wv=tr(),(!k?.is_fork||e.deps===null)&&(k===null?e.v=t:(k.capture(e,t,!0),Et?.capture(e,t,!0)),e.deps===null))?O(e,_):Wn||(Dt===null?it(e):(bn()||k?.is_fork)&&Dt.set(e,t))}function Ct(e){if(e.effects!==null)for(let t of e.effects)(t.teardown||t.ac)&&(t.teardown?.(),t.ac!==null&&lt(()=>{t.ac.abort(ye),t.ac=null}),t.fn!==null&&(t.teardown=d),sr(t,0),Pn(t))}function wt(e){if(e.effects!==null)for(let t of e.effects)t.teardown&&t.fn!==null&&cr(t)}var Tt=null,k=null,Et=null,Dt=null,Ot=null,kt=!1,At=!1,jt=null,Mt=null,Nt=0,Pt=1,Ft=class e{id=Pt++;started=!1;linked=!0;prev=null;next=null;async_deriveds=new Map;current=new Map;previous=new Map;#e=new Set;#t=new Set;#n=0;#r=new Map;#i=null;#a=[];#o=[];#s=new Map;#c=new Map;#l=new Set;is_fork=!1;#u=!1;constructor(){Tt===null?Tt=this:(Tt.next=this,this.prev=Tt),Tt=this}#d(){if(this.is_fork)return!0;for(let e of this.#r.keys())if(!this.#f(e))return!0;return!1}#f(e){for(var t=e;t!==null;t=t.parent)if(this.#c.has(t))return!0;return!1}skip_effect(e){this.#c.has(e)||this.#c.set(e,{d:[],m:[]}),this.#l.delete(e)}unskip_effect(e,t=e=>this.schedule(e)){var n=this.#c.get(e);if(n){this.#c.delete(e);for(var r of n.d)O(r,v),t(r);for(r of n.m)O(r,y),t(r)}this.#l.add(e)}#p(){var e=[];for(let i of this.#a)if(!(i.f&16384||!(i.f&6144))){for(var t=i,n=!1;t.parent!==null;){t=t.parent;var r=t.f;if(r&96){if(!(r&1024)){n=!0;break}t.f^=_}}n||e.push(t)}return this.#a=[],e}#m(){this.started=!0;for(let[e,t]of this.#s)O(e,t),this.schedule(e);this.apply();for(var t=jt=[],n=[],r=Mt=[];this.#a.length>0;){Nt++>1e3&&(this.#b(),Lt());for(let e of this.#p())try{this.#h(e,t,n)}catch(t){throw Ht(e),this.#d()||this.discard(),t}}if(k=null,r.length>0){var i=e.ensure();for(let e of r)i.schedule(e)}if(jt=null,Mt=null,this.#d()){this.#y(n),this.#y(t);for(let[e,t]of this.#c)Vt(e,t);r.length>0&&k.#m();return}let a=this.#g();if(a)this.#y(n),this.#y(t),a.#v(this);else{this.#s.clear();for(let e of this.#e)e(this);this.#e.clear(),Et=this,zt(n),zt(t),Et=null,this.#i?.resolve();var o=k;this.#n===0&&(this.#a.length===0||o!==null)&&this.#b(),o!==null&&(Wt.clear(),o.#m())}}#h(e,t,n){e.f^=_;for(var r=e.first;r!==null;){var i=r.f,a=!!(i&96);if(!(a&&i&1024||i&8192||this.#c.has(r))&&r.fn!==null){a?r.f^=_:i&4?t.push(r):nr(r)&&(i&16&&this.add_dirty_reaction(r,y),cr(r));var o=r.first;if(o!==null){r=o;continue}}for(;r!==null;){var s=r.next;if(s!==null){r=s;break}r=r.parent}}}#g(){for(var e=this.prev;e!==null;e=e.prev)if(!e.is_fork&&this.#_(e))return e;return null}#_(e){for(let[t,[,n]]of this.current)if(!n&&e.current.has(t))return!0;return!1}#v(e){for(let[t,n]of e.current)!this.previous.has(t)&&e.previous.has(t)&&this.previous.set(t,e.previous.get(t)),this.current.set(t,n);for(let[t,n]of e.async_deriveds){let e=this.async_deriveds.get(t);e&&n.promise.then(e.resolve).catch(e.reject)}e.async_deriveds.clear(),this.transfer_reactions(e.#s);let t=e=>{var n=e.reactions;if(n!==null&&!(e.f&2&&!(e.f&6144)))for(let e of n){var r=e.f;if(r&2)t(e);else{var i=e;r&4194320&&!this.async_deriveds.has(i)&&(this.#s.delete(i),O(i,v),this.schedule(i))}}};for(let e of this.current.keys())t(e);this.oncommit(()=>e.discard()),e.#b(),k=this,this.#m()}#y(e){for(var t=0;t<e.length;t+=1)at(e[t],this.#s)}capture(e,t,n=!1){e.v!==S&&!this.previous.has(e)&&this.previous.set(e,e.v),e.f&8388608||(this.current.set(e,[t,n]),Dt?.set(e,t)),this.is_fork||(e.v=t)}activate(){k=this}deactivate(){k=null,Dt=null}flush(){try{At=!0,k=this,this.#m()}finally{Nt=0,Ot=null,jt=null,Mt=null,At=!1,k=null,Dt=null,Wt.clear()}}discard(){for(let e of this.#t)e(this);this.#t.clear();for(let e of this.async_deriveds.values())e.reject(gt);this.#b(),this.#i?.resolve()}register_created_effect(e){this.#o.push(e)}increment(e,t){if(this.#n+=1,e){let e=this.#r.get(t)??0;this.#r.set(t,e+1)}}decrement(e,t){if(--this.#n,e){let e=this.#r.get(t)??0;e===1?this.#r.delete(t):this.#r.set(t,e-1)}this.#u||(this.#u=!0,tt(()=>{this.#u=!1,this.linked&&this.flush()}))}transfer_reactions(e){for(let[t,n]of e)this.add_dirty_reaction(t,n);e.clear()}add_dirty_reaction(e,t){(t===2048||this.#s.get(e)!==2048)&&this.#s.set(e,t)}oncommit(e){this.#e.add(e)}ondiscard(e){this.#t.add(e)}settled(){return(this.#i??=m()).promise}static ensure(){if(k===null){let t=k=new e;!At&&!kt&&tt(()=>{t.started||t.flush()})}return k}apply(){Dt=null}schedule(e){Ot=e,e.b?.is_pending&&e.f&16777228&&!(e.f&32768)?e.b.defer_effect(e):this.#a.push(e)}#b(){if(this.linked){var e=this.prev,t=this.next;e===null||(e.next=t),t===null?Tt=e:t.prev=e,this.linked=!1}}};function It(e){var t=kt,n=Et;Et=null,kt=!0;try{var r;for(e&&(It(),r=e());;){if(nt(),k===null)return r;k.flush()}}finally{kt=t,Et=n}}function Lt(){try{Be()}catch(e){_n(e,Ot)}}var Rt=null;function zt(e){var t=e.length;if(t!==0){for(var n=0;n<t;){var r=e[n++];if(!(r.f&24576)&&nr(r)&&(Rt=new Set,cr(r),r.deps===null&&r.first===null&&r.nodes===null&&r.teardown===null&&r.ac===null&&Ln(r),Rt?.size>0)){Wt.clear();for(let e of Rt){if(e.f&24576)continue;let t=[e],n=e.parent;for(;n!==null;)Rt.has(n)&&(Rt.delete(n),t.push(n)),n=n.parent;for(let e=t.length-1;e>=0;e--){let n=t[e];n.f&24576||cr(n)}}Rt.clear()}}Rt=null}}function Bt(e){k.schedule(e)}function Vt(e,t){if(!(e.f&32&&e.f&1024)){e.f&2048?t.d.push(e):e.f&4096&&t.m.push(e),O(e,_);for(var n=e.first;n!==null;)Vt(n,t),n=n.next}}function Ht(e){O(e,_);for(var t=e.first;t!==null;)Ht(t),t=t.next}var Ut=new Set,Wt=new Map,Gt=!1;function Kt(e,t){return{f:0,v:e,reactions:null,equals:Me,rv:0,wv:0}}function A(e,t){let n=Kt(e,t);return Yn(n),n}function qt(e,t=!1,n=!0){let r=Kt(e);return t||(r.equals=Pe),Ke&&n&&D!==null&&D.l!==null&&(D.l.s??=[]).push(r),r}function j(e,t,n=!1){return B!==null&&(!Kn||B.f&131072)&&Qe()&&B.f&4325394&&(Jn===null||!Jn.has(e))&&We(),Xt(e,n?M(t):t,Mt)}var Jt=null,Yt=0;function Xt(e,t,n=null){if(!e.equals(t)){Wn?Wt.set(e,t):Wt.has(e)||Wt.set(e,e.v);var r=Ft.ensure();if(r.capture(e,t),e.f&2){let t=e;e.f&2048&&xt(t),Dt===null&&it(t)}e.wv=tr(),Jt=null,Yt=0,$t(e,v,n),Jt=null,Qe()&&H!==null&&H.f&1024&&!(H.f&96)&&(G===null?Xn([e]):G.push(e)),!r.is_fork&&Ut.size>0&&!Gt&&Zt()}return t}function Zt(){Gt=!1;for(let e of Ut){e.f&1024&&O(e,y);let t;try{t=nr(e)}catch{t=!0}t&&cr(e)}Ut.clear()}function Qt(e){j(e,e.v+1)}function $t(e,t,n){var r=e.reactions;if(r!==null){var i=Qe(),a=r.length;if(Yt+=a,Yt>1e5&&Jt===null&&(Jt=new Set),Jt!==null){if(Jt.has(e))return;Jt.add(e)}for(var o=0;o<a;o++){var s=r[o],c=s.f;if(i||s!==H){var l=(c&v)===0;if(l&&O(s,t),c&131072)Ut.add(s);else if(c&2){var u=s;Dt?.delete(u),$t(u,y,n)}else if(l){var d=s;c&16&&Rt!==null&&Rt.add(d),n===null?Bt(d):n.push(d)}}}}}function M(t){if(typeof t!=`object`||!t||ue in t||de in t)return t;let n=l(t);if(n!==s&&n!==c)return t;var r=new Map,i=e(t),o=A(0),u=null,d=$n,f=e=>{if($n===d)return e();var t=B,n=$n;V(null),er(d);var r=e();return V(t),er(n),r};return i&&r.set(`length`,A(t.length,u)),new Proxy(t,{defineProperty(e,t,n){`value`in n&&n.configurable!==!1&&n.enumerable!==!1&&n.writable!==!1||He();var i=r.get(t);return i===void 0?f(()=>{var e=A(n.value,u);return r.set(t,e),e}):j(i,n.value,!0),!0},deleteProperty(e,t){var n=r.get(t);if(n===void 0){if(t in e){let e=f(()=>A(S,u));r.set(t,e),Qt(o)}}else j(n,S),Qt(o);return!0},get(e,n,i){if(n===ue)return t;var o=r.get(n),s=n in e;if(o===void 0&&(!s||a(e,n)?.writable)&&(o=f(()=>A(M(s?e[n]:S),u)),r.set(n,o)),o!==void 0){var c=K(o);return c===S?void 0:c}return Reflect.get(e,n,i)},getOwnPropertyDescriptor(e,t){this.has?.(e,t);var n=Reflect.getOwnPropertyDescriptor(e,t),i=r.get(t);if(i!==void 0){var a=K(i);if(a===S)return;if(n&&`value`in n)n.value=a;else return{enumerable:!0,configurable:!0,value:a,writable:!0}}return n},has(e,t){if(t===ue)return!0;var n=r.get(t),i=n!==void 0&&n.v!==S||Reflect.has(e,t);return(n!==void 0||(H!==null||B!==null)&&(!i||a(e,t)?.writable))&&(n===void 0&&(n=f(()=>A(i?M(e[t]):S,u)),r.set(t,n)),K(n)===S)?!1:i},set(e,t,n,s){var c=r.get(t),l=t in e;if(i&&t===`length`)for(var d=n;d<c.v;d+=1){var p=r.get(d+``);p===void 0?d in e&&(p=f(()=>A(S,u)),r.set(d+``,p)):j(p,S)}if(c===void 0)(!l||a(e,t)?.writable)&&(c=f(()=>A(void 0,u)),j(c,M(n)),r.set(t,c));else{l=c.v!==S;var m=f(()=>M(n));j(c,m)}var h=Reflect.getOwnPropertyDescriptor(e,t);if(h?.set&&h.set.call(s,n),!l){if(i&&typeof t==`string`){var g=r.get(`length`),_=Number(t);Number.isInteger(_)&&_>=g.v&&j(g,_+1)}Qt(o)}return!0},ownKeys(e){K(o);var t=Reflect.ownKeys(e).filter(e=>{var t=r.get(e);return t===void 0||t.v!==S});for(var[n,i]of r)i.v!==S&&!(n in e)&&t.push(n);return t},setPrototypeOf(){Ue()}})}function en(e){try{if(typeof e==`object`&&e&&ue in e)return e[ue]}catch{}return e}function tn(e,t){return Object.is(en(e),en(t))}var nn,rn,an,on,sn;function cn(){if(nn===void 0){nn=window,rn=document,an=/Firefox/.test(navigator.userAgent);var e=Element.prototype,t=Node.prototype,n=Text.prototype;on=a(t,`firstChild`).get,sn=a(t,`nextSibling`).get,u(e)&&(e[he]=void 0,e[me]=null,e[ge]=void 0,e.__e=void 0),u(n)&&(n[_e]=void 0)}}function N(e=``){return document.createTextNode(e)}function P(e){return on.call(e)}function ln(e){return sn.call(e)}function un(e,t){if(!C)return P(e);var n=P(w);if(n===null)n=w.appendChild(N());else if(t&&n.nodeType!==3){var r=N();return n?.before(r),T(r),r}return t&&hn(n),T(n),n}function dn(e,t=!1){if(!C){var n=P(e);return n instanceof Comment&&n.data===``?ln(n):n}if(t){if(w?.nodeType!==3){var r=N();return w?.before(r),T(r),r}hn(w)}return w}function F(e,t=!1){if(!C)return P(e);var n=un(e,t);return E(e),n}function I(e,t=1,n=!1){let r=C?w:e;for(var i;t--;)i=r,r=ln(r);if(!C)return r;if(n){if(r?.nodeType!==3){var a=N();return r===null?i?.after(a):r.before(a),T(a),a}hn(r)}return T(r),r}function fn(e){e.textContent=``}function pn(){return!1}function mn(e,t,n){return t==null||t===`http://www.w3.org/1999/xhtml`?n?document.createElement(e,{is:n}):document.createElement(e):n?document.createElementNS(t,e,{is:n}):document.createElementNS(t,e)}function hn(e){if(e.nodeValue.length<65536)return;let t=e.nextSibling;for(;t!==null&&t.nodeType===3;)t.remove(),e.nodeValue+=t.nodeValue,t=e.nextSibling}function gn(e){var t=H;if(t===null)return B.f|=le,e;if(!(t.f&32768)&&!(t.f&4))throw e;_n(e,t)}function _n(e,t){if(e===xe)throw e;if(!(t!==null&&t.f&16384)){for(;t!==null;){if(t.f&128&&!(t.f&33570816)){if(!(t.f&32768))throw e;try{t.b.error(e);return}catch(t){e=t}}t=t.parent}throw e}}function vn(e){H===null&&(B===null&&ze(e),Re()),Wn&&Le(e)}function yn(e,t){var n=t.last;n===null?t.last=t.first=e:(n.next=e,e.prev=n,t.last=e)}function L(e,t){var n=H;n!==null&&n.f&8192&&(e|=ee);var r={ctx:D,deps:null,nodes:null,f:e|v|512,first:null,fn:t,last:null,next:null,parent:n,b:n&&n.b,prev:null,teardown:null,wv:0,ac:null};k?.register_created_effect(r);var i=r;if(e&4)jt===null?Ft.ensure().schedule(r):jt.push(r);else if(t!==null){try{cr(r)}catch(e){throw z(r),e}i.deps===null&&i.teardown===null&&i.nodes===null&&i.first===i.last&&!(i.f&524288)&&(i=i.first,e&16&&e&65536&&i!==null&&(i.f|=ne))}if(i!==null&&(i.parent=n,n!==null&&yn(i,n),B!==null&&B.f&2&&!(e&64))){var a=B;(a.effects??=[]).push(i)}return r}function bn(){return B!==null&&!Kn}function xn(e){let t=L(8,null);return O(t,_),t.teardown=e,t}function Sn(e){vn(`$effect`);var t=H.f;if(!B&&t&32&&D!==null&&!D.i){var n=D;(n.e??=[]).push(e)}else return Cn(e)}function Cn(e){return L(4|ae,e)}function wn(e){return vn(`$effect.pre`),L(8|ae,e)}function Tn(e){Ft.ensure();let t=L(64|ie,e);return(e={})=>new Promise(n=>{e.outro?Rn(t,()=>{z(t),n(void 0)}):(z(t),n(void 0))})}function En(e){return L(4,e)}function Dn(e){return L(ce|ie,e)}function On(e,t=0){return L(8|t,e)}function kn(e,t=[],n=[],r=[]){dt(r,t,n,t=>{L(8,()=>{e(...t.map(K))})})}function An(e,t=[],n=[],r=[]){dt(r,t,n,t=>{L(4,()=>e(...t.map(K)))})}function jn(e,t=0){return L(16|t,e)}function Mn(e,t=0){return L(g|t,e)}function R(e){return L(32|ie,e)}function Nn(e){var t=e.teardown;if(t!==null){let n=Wn,r=B;Gn(!0),V(null);try{t.call(null)}catch(t){_n(t,e.parent)}finally{Gn(n),V(r)}}}function Pn(e,t=!1){var n=e.first;for(e.first=e.last=null;n!==null;){let e=n.ac;e!==null&&lt(()=>{e.abort(ye)});var r=n.next;n.f&64?n.parent=null:z(n,t),n=r}}function Fn(e){for(var t=e.first;t!==null;){var n=t.next;t.f&32||z(t),t=n}}function z(e,t=!0){var n=!1;(t||e.f&262144)&&e.nodes!==null&&e.nodes.end!==null&&(In(e.nodes.start,e.nodes.end),n=!0),e.f|=te,Pn(e,t&&!n),sr(e,0);var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)e.stop();Nn(e),e.f^=te,e.f|=b;var i=e.parent;i!==null&&i.first!==null&&Ln(e),e.next=e.prev=e.teardown=e.ctx=e.deps=e.fn=e.nodes=e.ac=e.b=null}function In(e,t){for(;e!==null;){var n=e===t?null:ln(e);e.remove(),e=n}}function Ln(e){var t=e.parent,n=e.prev,r=e.next;n!==null&&(n.next=r),r!==null&&(r.prev=n),t!==null&&(t.first===e&&(t.first=r),t.last===e&&(t.last=n))}function Rn(e,t,n=!0){var r=[];e.f|=256,zn(e,r,!0);var i=()=>{n&&z(e),t&&t()},a=r.length;if(a>0){var o=()=>--a||i();for(var s of r)s.out(o)}else i()}function zn(e,t,n){if(!(e.f&8192)){e.f^=ee;var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)(e.is_global||n)&&t.push(e);for(var i=e.first;i!==null;){var a=i.next;if(!(i.f&64)){var o=!!(i.f&65536)||!!(i.f&32)&&!!(e.f&16);zn(i,t,o?n:!1)}i=a}}}function Bn(e){e.f&=-257,Vn(e,!0)}function Vn(e,t){if(!(e.f&256)&&e.f&8192){e.f^=ee,e.f&1024||(O(e,v),Ft.ensure().schedule(e));for(var n=e.first;n!==null;){var r=n.next,i=!!(n.f&65536)||!!(n.f&32);Vn(n,i?t:!1),n=r}var a=e.nodes&&e.nodes.t;if(a!==null)for(let e of a)(e.is_global||t)&&e.in()}}function Hn(e,t){if(e.nodes)for(var n=e.nodes.start,r=e.nodes.end;n!==null;){var i=n===r?null:ln(n);t.append(n),n=i}}var Un=null,Wn=!1;function Gn(e){Wn=e}var B=null,Kn=!1;function V(e){B=e}var H=null;function qn(e){H=e}var Jn=null;function Yn(e){B!==null&&(B.f&2097152||B.f&2)&&(Jn??=new Set).add(e)}var U=null,W=0,G=null;function Xn(e){G=e}var Zn=1,Qn=0,$n=Qn;function er(e){$n=e}function tr(){return++Zn}function nr(e){var t=e.f;if(t&2048)return!0;if(t&4096){for(var n=e.deps,r=n.length,i=0;i<r;i++){var a=n[i];if(nr(a)&&St(a),a.wv>e.wv)return!0}t&512&&Dt===null&&O(e,_)}return!1}function rr(e,t,n=!0){var r=e.reactions;if(r!==null&&!(Jn!==null&&Jn.has(e)))for(var i=0;i<r.length;i++){var a=r[i];a.f&2?rr(a,t,!1):t===a&&(n?O(a,v):a.f&1024&&O(a,y),Bt(a))}}function ir(e){var t=U,n=W,r=G,i=B,a=Jn,o=D,s=Kn,c=$n,l=e.f;U=null,W=0,G=null,B=l&96?null:e,Jn=null,Je(e.ctx),Kn=!1,$n=++Qn,e.ac!==null&&(lt(()=>{e.ac.abort(ye)}),e.ac=null);try{e.f|=se;var u=e.fn,d=u();e.f|=x;var f=ar(e);if(Qe()&&G!==null&&!Kn&&f!==null&&!(e.f&6146))for(var p=0;p<G.length;p++)rr(G[p],e);if(i!==null&&i!==e){if(Qn++,i.deps!==null)for(let e=0;e<n;e+=1)i.deps[e].rv=Qn;if(t!==null)for(let e of t)e.rv=Qn;G!==null&&(r===null?r=G:r.push(...G))}return e.f&8388608&&(e.f^=le),d}catch(t){return ar(e),gn(t)}finally{e.f^=se,U=t,W=n,G=r,B=i,Jn=a,Je(o),Kn=s,$n=c}}function ar(e){var t=e.deps,n=k?.is_fork;if(U!==null){var r;if(n||sr(e,W),t!==null&&W>0)for(t.length=W+U.length,r=0;r<U.length;r++)t[W+r]=U[r];else e.deps=t=U;if(bn()&&e.f&512)for(r=W;r<t.length;r++)(t[r].reactions??=[]).push(e)}else!n&&t!==null&&W<t.length&&(sr(e,W),t.length=W);return t}function or(e,r){let i=r.reactions;if(i!==null){var a=t.call(i,e);if(a!==-1){var o=i.length-1;o===0?i=r.reactions=null:(i[a]=i[o],i.pop())}}if(i===null&&r.f&2&&(U===null||!n.call(U,r))){var s=r;s.f&512&&(s.f^=512),s.v!==S&&it(s),s.ac!==null&&lt(()=>{s.ac.abort(ye),s.ac=null,O(s,v)}),Ct(s),sr(s,0)}}function sr(e,t){var n=e.deps;if(n!==null)for(var r=t;r<n.length;r++)or(e,n[r])}function cr(e){var t=e.f;if(!(t&16384)){O(e,_);var n=H;H=e;try{t&16777232?Fn(e):Pn(e),Nn(e);var r=ir(e);e.teardown=typeof r==`function`?r:null,e.wv=Zn}finally{H=n}}}async function lr(){await Promise.resolve(),It()}function K(e){var t=!!(e.f&2);if(Un?.add(e),B!==null&&!Kn&&!(H!==null&&H.f&16384)&&(Jn===null||!Jn.has(e))){var r=B.deps;if(B.f&2097152)e.rv<Qn&&(e.rv=Qn,U===null&&r!==null&&r[W]===e?W++:U===null?U=[e]:U.push(e));else{B.deps??=[],n.call(B.deps,e)||B.deps.push(e);var i=e.reactions;i===null?e.reactions=[B]:n.call(i,B)||i.push(B)}}if(Wn&&Wt.has(e))return Wt.get(e);if(t){var a=e;if(Wn){var o=a.v;return(!(a.f&1024)&&a.reactions!==null||dr(a))&&(o=xt(a)),Wt.set(a,o),o}var s=!(a.f&512)&&!Kn&&B!==null&&!!(B.f&512),c=(a.f&x)===0;nr(a)&&(s&&(a.f|=512),St(a)),s&&!c&&(wt(a),ur(a))}if(Dt?.has(e))return Dt.get(e);if(e.f&8388608)throw e.v;return e.v}function ur(e){if(e.f|=512,e.deps!==null)for(let r of e.deps){var t=r.reactions;t===null?r.reactions=[e]:n.call(t,e)||t.push(e),r.f&2&&!(r.f&512)&&(wt(r),ur(r))}}function dr(e){if(e.v===S)return!0;if(e.deps===null)return!1;for(let t of e.deps)if(Wt.has(t)||t.f&2&&dr(t))return!0;return!1}function fr(e){var t=Kn;try{return Kn=!0,e()}finally{Kn=t}}function pr(e){if(!(typeof e!=`object`||!e||e instanceof EventTarget)){if(ue in e)mr(e);else if(!Array.isArray(e))for(let t in e){let n=e[t];typeof n==`object`&&n&&ue in n&&mr(n)}}}function mr(e,t=new Set){if(typeof e==`object`&&e&&!(e instanceof EventTarget)&&!t.has(e)){t.add(e),e instanceof Date&&e.getTime();for(let n in e)try{mr(e[n],t)}catch{}let n=l(e);if(n!==Object.prototype&&n!==Array.prototype&&n!==Map.prototype&&n!==Set.prototype&&n!==Date.prototype){let t=o(n);for(let n in t){let r=t[n].get;if(r)try{r.call(e)}catch{}}}}}[...`allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback`.split(`.`)];var hr=[`touchstart`,`touchmove`];function gr(e){return hr.includes(e)}var _r=Symbol(`events`),vr=new Set,yr=new Set;function br(e,t,n,r={}){function i(e){if(r.capture||Er.call(t,e),!e.cancelBubble)return lt(()=>n?.call(this,e))}return e.startsWith(`pointer`)||e.startsWith(`touch`)||e===`wheel`?(i.__removed=!1,tt(()=>{i.__removed||t.addEventListener(e,i,r)})):t.addEventListener(e,i,r),i}function xr(e,t,n,r,i){var a={capture:r,passive:i},o=br(e,t,n,a);(t===document.body||t===window||t===document||t instanceof HTMLMediaElement)&&xn(()=>{o.__removed=!0,t.removeEventListener(e,o,a)})}function Sr(e,t,n){(t[_r]??={})[e]=n}function Cr(e){for(var t=0;t<e.length;t++)vr.add(e[t]);for(var n of yr)n(e)}var wr=null,Tr=!1;function Er(e){var t=this,n=t.ownerDocument,r=e.type,a=e.composedPath?.()||[],o=a[0]||e.target;wr=e,Tr||(Tr=!0,setTimeout(()=>{Tr=!1,wr=null}));var s=0,c=wr===e&&e[_r];if(c){var l=a.indexOf(c);if(l!==-1&&(t===document||t===window)){e[_r]=t;return}var u=a.indexOf(t);if(u===-1)return;l<=u&&(s=l)}if(o=a[s]||e.target,o!==t){i(e,`currentTarget`,{configurable:!0,get(){return o||n}});var d=B,f=H;V(null),qn(null);try{for(var p,m=[];o!==null&&o!==t;){try{var h=o[_r]?.[r];h==null||o.disabled&&e.target!==o||h.call(o,e)}catch(e){p?m.push(e):p=e}if(e.cancelBubble)break;s++,o=s<a.length?a[s]:null}if(p){for(let e of m)queueMicrotask(()=>{throw e});throw p}}finally{e[_r]=t,delete e.currentTarget,V(d),qn(f)}}}var Dr=globalThis?.window?.trustedTypes&&globalThis.window.trustedTypes.createPolicy(`svelte-trusted-html`,{createHTML:e=>e});function Or(e){return Dr?.createHTML(e)??e}function kr(e){var t=mn(`template`);return t.innerHTML=Or(e.replaceAll(`<!>`,`<!---->`)),t.content}function Ar(e,t){var n=H;n.nodes===null&&(n.nodes={start:e,end:t,a:null,t:null})}function q(e,t){var n=!!(t&1),r=!!(t&2),i,a=!e.startsWith(`<!>`);return()=>{if(C)return Ar(w,null),w;i===void 0&&(i=kr(a?e:`<!>`+e),n||(i=P(i)));var t=r||an?document.importNode(i,!0):i.cloneNode(!0);if(n){var o=P(t),s=t.lastChild;Ar(o,s)}else Ar(t,t);return t}}function jr(e,t,n=`svg`){var r=!e.startsWith(`<!>`),i=!!(t&1),a=`<${n}>${r?e:`<!>`+e}</${n}>`,o;return()=>{if(C)return Ar(w,null),w;if(!o){var e=P(kr(a));if(i)for(o=document.createDocumentFragment();P(e);)o.appendChild(P(e));else o=P(e)}var t=o.cloneNode(!0);if(i){var n=P(t),r=t.lastChild;Ar(n,r)}else Ar(t,t);return t}}function Mr(e,t){return jr(e,t,`svg`)}function Nr(e=``){if(!C){var t=N(e+``);return Ar(t,t),t}var n=w;return n.nodeType===3?hn(n):(n.before(n=N()),T(n)),Ar(n,n),n}function Pr(){if(C)return Ar(w,null),w;var e=document.createDocumentFragment(),t=document.createComment(``),n=N();return e.append(t,n),Ar(t,n),e}function J(e,t){if(C){var n=H;n.f&32768&&n.nodes.end!==null||(n.nodes.end=w),Oe()}else e!==null&&e.before(t)}function Fr(e){let t=0,n=Kt(0),r;return()=>{bn()&&(K(n),On(()=>(t===0&&(r=fr(()=>e(()=>Qt(n)))),t+=1,()=>{tt(()=>{--t,t===0&&(r?.(),r=void 0,Qt(n))})})))}}var Ir=ne|ie;function Lr(e,t,n,r){new Rr(e,t,n,r)}var Rr=class{parent;is_pending=!1;transform_error;#e;#t=C?w:null;#n;#r;#i;#a=null;#o=null;#s=null;#c=null;#l=0;#u=0;#d=!1;#f=new Map;#p=null;#m=Fr(()=>(this.#p=Kt(this.#l),()=>{this.#p=null}));constructor(e,t,n,r){this.#e=e,this.#n=t,this.#r=e=>{var t=H;t.b=this,t.f|=128,n(e)},this.parent=H.b,this.transform_error=r??this.parent?.transform_error??(e=>e),this.#i=jn(()=>{if(C){let e=je(this.#t);Oe();let t=e===`[!`;if(e.startsWith(`[?`)){let t=JSON.parse(e.slice(2));this.#g(t)}else t?this.#y():this.#h()}else this.#b()},Ir),C&&(this.#e=w)}#h(){try{this.#a=R(()=>this.#r(this.#e))}catch(e){this.error(e)}}#g(e){let t=this.#n.failed,{reset:n,invoke_onerror:r}=this.#_(e);tt(r),t&&(this.#s=R(()=>{t(this.#e,()=>e,()=>n)}))}#_(e){var t=!1,n=!1;let r=()=>{this.#v()||(t?Ee():(t=!0,n&&Ge(),this.#s!==null&&Rn(this.#s,()=>{this.#s=null}),this.#S(()=>{this.#b()})))};return{reset:r,invoke_onerror:()=>{if(!this.#v())try{n=!0,this.#n.onerror?.(e,r),n=!1}catch(e){_n(e,this.#i&&this.#i.parent)}}}}#v(){return(this.#i.f&(b|te))!==0}#y(){let e=this.#n.pending;e&&(this.is_pending=!0,this.#o=R(()=>e(this.#e)),tt(()=>{if(!this.#v()){var e=this.#c=document.createDocumentFragment(),t=N(),n=!1;e.append(t),this.#a=this.#S(()=>{try{return R(()=>this.#r(t))}catch(e){try{this.error(e),n=!0}catch(e){_n(e,this.#i.parent)}return null}}),this.#a===null?(this.#c=null,n&&this.#x(k)):this.#u===0&&(this.#e.before(e),this.#c=null,Rn(this.#o,()=>{this.#o=null}),this.#x(k))}}))}#b(){try{if(this.is_pending=this.has_pending_snippet(),this.#u=0,this.#l=0,this.#a=R(()=>{this.#r(this.#e)}),this.#u>0){var e=this.#c=document.createDocumentFragment();Hn(this.#a,e);let t=this.#n.pending;this.#o=R(()=>t(this.#e))}else this.#x(k)}catch(e){this.error(e)}}#x(e){this.is_pending=!1,e.transfer_reactions(this.#f)}defer_effect(e){at(e,this.#f)}is_rendered(){return!this.is_pending&&(!this.parent||this.parent.is_rendered())}has_pending_snippet(){return!!this.#n.pending}#S(e){var t=H,n=B,r=D;qn(this.#i),V(this.#i),Je(this.#i.ctx);try{return Ft.ensure(),e()}finally{qn(t),V(n),Je(r)}}#C(e,t){this.has_pending_snippet()?(this.#u+=e,this.#u===0&&(this.#x(t),this.#o&&Rn(this.#o,()=>{this.#o=null}),this.#c&&=(this.#e.before(this.#c),null))):this.parent&&this.parent.#C(e,t)}update_pending_count(e,t){this.#C(e,t),this.#l+=e,!this.#p||this.#d||(this.#d=!0,tt(()=>{this.#d=!1,this.#p&&Xt(this.#p,this.#l)}))}get_effect_pending(){return this.#m(),K(this.#p)}error(e){if(e===xe||!this.#n.onerror&&!this.#n.failed)throw e;k?.is_fork?(this.#a&&k.skip_effect(this.#a),this.#o&&k.skip_effect(this.#o),this.#s&&k.skip_effect(this.#s),k.oncommit(()=>{this.#v()||this.#w(e)})):this.#w(e)}#w(e){this.#a&&=(z(this.#a),null),this.#o&&=(z(this.#o),null),this.#s&&=(z(this.#s),null),C&&(T(this.#t),ke(),T(Ae()));let t=this.#n.failed,n=e=>{if(this.#v())return;let{reset:n,invoke_onerror:r}=this.#_(e);r(),t&&!this.#v()&&(this.#s=this.#S(()=>{try{return R(()=>{var r=H;r.b=this,r.f|=128,t(this.#e,()=>e,()=>n)})}catch(e){return _n(e,this.#i.parent),null}}))};tt(()=>{if(!this.#v()){var t;try{t=this.transform_error(e)}catch(e){_n(e,this.#i&&this.#i.parent);return}typeof t==`object`&&t&&typeof t.then==`function`?t.then(n,e=>_n(e,this.#i&&this.#i.parent)):n(t)}})}};function Y(e,t){var n=t==null?``:typeof t==`object`?`${t}`:t;n!==(e[_e]??=e.nodeValue)&&(e[_e]=n,e.nodeValue=`${n}`)}function zr(e,t){return Vr(e,t)}var Br=new Map;function Vr(e,{target:t,anchor:n,props:i={},events:a,context:o,intro:s=!0,transformError:c}){cn();var l=void 0,u=Tn(()=>{var s=n??t.appendChild(N());Lr(s,{pending:()=>{}},t=>{Ye({});var n=D;if(o&&(n.c=o),a&&(i.$$events=a),C&&Ar(t,null),l=e(t,i)||Ze(),C&&(H.nodes.end=w,w===null||w.nodeType!==8||w.data!==`]`))throw we(),xe;Xe()},c);var u=new Set,d=e=>{for(var n=0;n<e.length;n++){var r=e[n];if(!u.has(r)){u.add(r);var i=gr(r);for(let e of[t,document]){var a=Br.get(e);a===void 0&&(a=new Map,Br.set(e,a));var o=a.get(r);o===void 0?(e.addEventListener(r,Er,{passive:i}),a.set(r,1)):a.set(r,o+1)}}}};return d(r(vr)),yr.add(d),()=>{for(var e of u)for(let n of[t,document]){var r=Br.get(n),i=r.get(e);--i==0?(n.removeEventListener(e,Er),r.delete(e),r.size===0&&Br.delete(n)):r.set(e,i)}yr.delete(d),s!==n&&s.parentNode?.removeChild(s)}});return Hr.set(l,u),l}var Hr=new WeakMap,Ur=class{anchor;#e=new Map;#t=new Map;#n=new Map;#r=new Set;#i=!0;constructor(e,t=!0){this.anchor=e,this.#i=t}#a=e=>{if(this.#e.has(e)){var t=this.#e.get(e),n=this.#t.get(t);if(n)Bn(n),this.#r.delete(t);else{var r=this.#n.get(t);r&&(Bn(r.effect),this.#t.set(t,r.effect),this.#n.delete(t),r.fragment.lastChild.remove(),this.anchor.before(r.fragment),n=r.effect)}for(let[t,n]of this.#e){if(this.#e.delete(t),t===e)break;let r=this.#n.get(n);r&&(z(r.effect),this.#n.delete(n))}for(let[e,r]of this.#t){if(e===t||this.#r.has(e))continue;let i=()=>{if(Array.from(this.#e.values()).includes(e)){var t=document.createDocumentFragment();Hn(r,t),t.append(N()),this.#n.set(e,{effect:r,fragment:t})}else z(r);this.#r.delete(e),this.#t.delete(e)};this.#i||!n?(this.#r.add(e),Rn(r,i,!1)):i()}}};#o=e=>{this.#e.delete(e);let t=Array.from(this.#e.values());for(let[e,n]of this.#n)t.includes(e)||(z(n.effect),this.#n.delete(e))};ensure(e,t){var n=k,r=pn();if(t&&!this.#t.has(e)&&!this.#n.has(e)){if(r){var i=document.createDocumentFragment(),a=N();i.append(a),this.#n.set(e,{effect:R(()=>t(a)),fragment:i})}else this.#t.set(e,R(()=>t(this.anchor)))}if(this.#e.set(n,e),r){for(let[t,r]of this.#t)t===e?n.unskip_effect(r):n.skip_effect(r);for(let[t,r]of this.#n)t===e?n.unskip_effect(r.effect):n.skip_effect(r.effect);n.oncommit(this.#a),n.ondiscard(this.#o)}else C&&(this.anchor=w),this.#a(n)}};function Wr(e,t,n=!1){var r;C&&(r=w,Oe());var i=new Ur(e),a=n?ne:0;function o(e,t){if(C){var n=je(r);if(e!==parseInt(n.substring(1))){var a=Ae();T(a),i.anchor=a,De(!1),i.ensure(e,t),De(!0);return}}i.ensure(e,t)}jn(()=>{var e=!1;t((t,n=0)=>{e=!0,o(n,t)}),e||o(-1,null)},a)}var Gr=Symbol(`NaN`);function Kr(e,t,n){C&&Oe();var r=new Ur(e),i=!Qe();jn(()=>{var e=t();e!==e&&(e=Gr),i&&typeof e==`object`&&e&&(e={}),r.ensure(e,n)})}function qr(e,t){return t}function Jr(e,t,n){for(var i=[],a=t.length,o,s=t.length,c=0;c<a;c++){let n=t[c];Rn(n,()=>{if(o){if(o.pending.delete(n),o.done.add(n),o.pending.size===0){var t=e.outrogroups;Yr(e,r(o.done)),t.delete(o),t.size===0&&(e.outrogroups=null)}}else--s},!1)}if(s===0){var l=i.length===0&&n!==null&&e.pending.size===0;if(l){var u=n,d=u.parentNode;fn(d),d.append(u),e.items.clear()}Yr(e,t,!l)}else o={pending:new Set(t),done:new Set},(e.outrogroups??=new Set).add(o)}function Yr(e,t,n=!0){var r;if(e.pending.size>0){r=new Set;for(let t of e.pending.values())for(let n of t)r.add(e.items.get(n).e)}for(var i=0;i<t.length;i++){var a=t[i];r?.has(a)?(a.f|=oe,Hn(a,document.createDocumentFragment())):z(t[i],n)}}var Xr;function Zr(t,n,i,a,o,s=null){var c=t,l=new Map;if(n&4){var u=t;c=C?T(P(u)):u.appendChild(N())}C&&Oe();var d=null,f=yt(()=>{var t=i();return e(t)?t:t==null?[]:r(t)}),p=new Map,m=!0;function h(e){if(!(_.effect.f&16384)){_.pending.delete(e);var t=K(f);_.fallback=d,$r(_,t,c,n,a),d!==null&&(t.length===0?d.f&33554432?(d.f^=oe,ti(d,null,c)):Bn(d):Rn(d,()=>{d=null}))}}function g(e){_.pending.delete(e)}var _={effect:jn(()=>{var e=K(f),t=e.length;let r=!1;C&&je(c)===`[!`!=(t===0)&&(c=Ae(),T(c),De(!1),r=!0);for(var u=new Set,_=k,v=pn(),y=0;y<t;y+=1){C&&w.nodeType===8&&w.data===`]`&&(c=w,r=!0,De(!1));var ee=e[y],b=a(ee,y),x=m?null:l.get(b);x?(x.v&&Xt(x.v,ee),x.i&&Xt(x.i,y),v&&_.unskip_effect(x.e)):(x=ei(l,m?c:Xr??=N(),ee,b,y,o,n,i),m||(x.e.f|=oe),l.set(b,x)),u.add(b)}if(t===0&&s&&!d&&(m?d=R(()=>s(c)):(d=R(()=>s(Xr??=N())),d.f|=oe)),t>u.size&&Ie(``,``,``),C&&t>0&&T(Ae()),!m){if(p.set(_,u),v){for(let[e,t]of l)u.has(e)||_.skip_effect(t.e);_.oncommit(h),_.ondiscard(g)}else h(_)}r&&De(!0),K(f)}),flags:n,items:l,pending:p,outrogroups:null,fallback:d};m=!1,C&&(c=w)}function Qr(e){for(;e!==null&&!(e.f&32);)e=e.next;return e}function $r(e,t,n,i,a){var o=!!(i&8),s=t.length,c=e.items,l=Qr(e.effect.first),u,d=null,f,p=[],m=[],h,g,_,v;if(o)for(v=0;v<s;v+=1)h=t[v],g=a(h,v),_=c.get(g).e,_.f&33554432||(_.nodes?.a?.measure(),(f??=new Set).add(_));for(v=0;v<s;v+=1){if(h=t[v],g=a(h,v),_=c.get(g).e,e.outrogroups!==null)for(let t of e.outrogroups)t.pending.delete(_),t.done.delete(_);if(_.f&8192&&(Bn(_),o&&(_.nodes?.a?.unfix(),(f??=new Set).delete(_))),_.f&33554432){if(_.f^=oe,_===l)ti(_,null,n);else{var y=d?d.next:l;_===e.effect.last&&(e.effect.last=_.prev),_.prev&&(_.prev.next=_.next),_.next&&(_.next.prev=_.prev),ni(e,d,_),ni(e,_,y),ti(_,y,n),d=_,p=[],m=[],l=Qr(d.next);continue}}if(_!==l){if(u!==void 0&&u.has(_)){if(p.length<m.length){var ee=m[0],b;d=ee.prev;var x=p[0],te=p[p.length-1];for(b=0;b<p.length;b+=1)ti(p[b],ee,n);for(b=0;b<m.length;b+=1)u.delete(m[b]);ni(e,x.prev,te.next),ni(e,d,x),ni(e,te,ee),l=ee,d=te,--v,p=[],m=[]}else u.delete(_),ti(_,l,n),ni(e,_.prev,_.next),ni(e,_,d===null?e.effect.first:d.next),ni(e,d,_),d=_;continue}for(p=[],m=[];l!==null&&l!==_;)(u??=new Set).add(l),m.push(l),l=Qr(l.next);if(l===null)continue}_.f&33554432||p.push(_),d=_,l=Qr(_.next)}if(e.outrogroups!==null){for(let t of e.outrogroups)t.pending.size===0&&(Yr(e,r(t.done)),e.outrogroups?.delete(t));e.outrogroups.size===0&&(e.outrogroups=null)}if(l!==null||u!==void 0){var ne=[];if(u!==void 0)for(_ of u)_.f&8192||ne.push(_);for(;l!==null;)!(l.f&8192)&&l!==e.fallback&&ne.push(l),l=Qr(l.next);var re=ne.length;if(re>0){var ie=i&4&&s===0?n:null;if(o){for(v=0;v<re;v+=1)ne[v].nodes?.a?.measure();for(v=0;v<re;v+=1)ne[v].nodes?.a?.fix()}Jr(e,ne,ie)}}o&&tt(()=>{if(f!==void 0)for(_ of f)_.nodes?.a?.apply()})}function ei(e,t,n,r,i,a,o,s){var c=o&1?o&16?Kt(n):qt(n,!1,!1):null,l=o&2?Kt(i):null;return{v:c,i:l,e:R(()=>(a(t,c??n,l??i,s),()=>{e.delete(r)}))}}function ti(e,t,n){if(e.nodes)for(var r=e.nodes.start,i=e.nodes.end,a=t&&!(t.f&33554432)?t.nodes.start:n;r!==null;){var o=ln(r);if(a.before(r),r===i)return;r=o}}function ni(e,t,n){t===null?e.effect.first=n:t.next=n,n===null?e.effect.last=t:n.prev=t}function ri(e,t,...n){var r=new Ur(e);jn(()=>{let e=t()??null;r.ensure(e,e&&(t=>e(t,...n)))},ne)}function ii(e,t,n){var r;C&&(r=w,Oe());var i=new Ur(e);jn(()=>{var e=t()??null;if(C&&je(r)===`[`!=(e!==null)){var a=Ae();T(a),i.anchor=a,De(!1),i.ensure(e,e&&(t=>n(t,e))),De(!0)}else i.ensure(e,e&&(t=>n(t,e)))},ne)}function ai(e,t){let n=null,r=C;var i;if(C){n=w;for(var a=P(document.head);a!==null&&(a.nodeType!==8||a.data!==e);)a=ln(a);if(a===null)De(!1);else{var o=ln(a);a.remove(),T(o)}}C||(i=document.head.appendChild(N()));try{jn(()=>{var e=R(()=>t(i));e.f|=re,C||(e.nodes===null?e.nodes={start:i,end:i,a:null,t:null}:e.nodes.end=i)})}finally{r&&(De(!0),T(n))}}function oi(e,t){var n=void 0,r;Mn(()=>{n!==(n=t())&&(r&&=(z(r),null),n&&(r=R(()=>{En(()=>n(e))})))})}function si(e){var t,n,r=``;if(typeof e==`string`||typeof e==`number`)r+=e;else if(typeof e==`object`){if(Array.isArray(e)){var i=e.length;for(t=0;t<i;t++)e[t]&&(n=si(e[t]))&&(r&&(r+=` `),r+=n)}else for(n in e)e[n]&&(r&&(r+=` `),r+=n)}return r}function ci(){for(var e,t,n=0,r=``,i=arguments.length;n<i;n++)(e=arguments[n])&&(t=si(e))&&(r&&(r+=` `),r+=t);return r}function li(e){return typeof e==`object`?ci(e):e??``}var ui=[...` 	
\r\f\xA0\v﻿`];function di(e,t,n){var r=e==null?``:``+e;if(t&&(r=r?r+` `+t:t),n){for(var i of Object.keys(n))if(n[i])r=r?r+` `+i:i;else if(r.length)for(var a=i.length,o=0;(o=r.indexOf(i,o))>=0;){var s=o+a;(o===0||ui.includes(r[o-1]))&&(s===r.length||ui.includes(r[s]))?r=(o===0?``:r.substring(0,o))+r.substring(s+1):o=s}}return r===``?null:r}function fi(e,t=!1){var n=t?` !important;`:`;`,r=``;for(var i of Object.keys(e)){var a=e[i];a!=null&&a!==``&&(r+=` `+i+`: `+a+n)}return r}function pi(e){return e[0]!==`-`||e[1]!==`-`?e.toLowerCase():e}function mi(e,t){if(t){var n=``,r,i;if(Array.isArray(t)?(r=t[0],i=t[1]):r=t,e){e=String(e).replaceAll(/\/\*.*?\*\//g,``).trim();var a=!1,o=0,s=!1,c=[];r&&c.push(...Object.keys(r).map(pi)),i&&c.push(...Object.keys(i).map(pi));var l=0,u=-1;let t=e.length;for(var d=0;d<t;d++){var f=e[d];if(s?f===`/`&&e[d-1]===`*`&&(s=!1):a?a===f&&(a=!1):f===`/`&&e[d+1]===`*`?s=!0:f===`"`||f===`'`?a=f:f===`(`?o++:f===`)`&&o--,!s&&a===!1&&o===0){if(f===`:`&&u===-1)u=d;else if(f===`;`||d===t-1){if(u!==-1){var p=pi(e.substring(l,u).trim());if(!c.includes(p)){f!==`;`&&d++;var m=e.substring(l,d).trim();n+=` `+m+`;`}}l=d+1,u=-1}}}}return r&&(n+=fi(r)),i&&(n+=fi(i,!0)),n=n.trim(),n===``?null:n}return e==null?null:String(e)}function hi(e,t,n,r,i,a){var o=e[he];if(C||o!==n||o===void 0){var s=di(n,r,a);C&&s===e.getAttribute(`class`)||(s==null?e.removeAttribute(`class`):t?e.className=s:e.setAttribute(`class`,s)),e[he]=n}else if(a&&i!==a)for(var c in a){var l=!!a[c];(i==null||l!==!!i[c])&&e.classList.toggle(c,l)}return a}function gi(e,t={},n,r){for(var i in n){var a=n[i];t[i]!==a&&(n[i]==null?e.style.removeProperty(i):e.style.setProperty(i,a,r))}}function _i(e,t,n,r){var i=e[ge];if(C||i!==t){var a=mi(t,r);C&&a===e.getAttribute(`style`)||(a==null?e.removeAttribute(`style`):e.style.cssText=a),e[ge]=t}else r&&(Array.isArray(r)?(gi(e,n?.[0],r[0]),gi(e,n?.[1],r[1],`important`)):gi(e,n,r));return r}function vi(e,t){t?e.hasAttribute(`selected`)||e.setAttribute(`selected`,``):e.removeAttribute(`selected`)}function yi(t,n){var r=t.__defaultValue,i=t.multiple,a=i?r??[]:null;if(!i||e(a)){var o=t.selectedIndex,s=n&&i?new Set(t.selectedOptions):null;for(var c of t.options){var l=Ci(c);vi(c,i?a.includes(l):tn(l,r))}if(n){if(s!==null)for(c of t.options){var u=s.has(c);c.selected!==u&&(c.selected=u)}else t.selectedIndex!==o&&(t.selectedIndex=o)}}}function bi(t,n,r=!1){if(t.multiple){if(n==null)return;if(!e(n))return Te();for(var i of t.options)i.selected=n.includes(Ci(i))}else{for(i of t.options)if(tn(Ci(i),n)){i.selected=!0;return}r&&n===void 0||(t.selectedIndex=-1)}}function xi(e){var t=new MutationObserver(t=>{t.every(wi)||(`__defaultValue`in e&&yi(e,!1),`__value`in e&&bi(e,e.__value))});t.observe(e,{childList:!0,subtree:!0,attributes:!0,attributeFilter:[`value`]}),xn(()=>{t.disconnect()})}function Si(e,t,n=t){var r=new WeakSet,i=!0;ut(e,`change`,t=>{var i=t?`[selected]`:`:checked`,a;if(e.multiple)a=[].map.call(e.querySelectorAll(i),Ci);else{var o=e.querySelector(i)??e.querySelector(`option:not([disabled])`);a=o&&Ci(o)}n(a),e.__value=a,k!==null&&r.add(k)}),En(()=>{var a=t();if(e===document.activeElement){var o=k;if(r.has(o))return}if(bi(e,a,i),i&&a===void 0){var s=e.querySelector(`:checked`);s!==null&&(a=Ci(s),n(a))}e.__value=a,i=!1})}function Ci(e){return`__value`in e?e.__value:e.value}function wi(e){if(e.target.closest(`selectedcontent`)!==null)return!0;if(e.type===`childList`){var t=[...e.addedNodes,...e.removedNodes];return t.length>0&&t.every(e=>e.nodeName===`SELECTEDCONTENT`)}return!1}var Ti=Symbol(`is custom element`),Ei=Symbol(`is html`),Di=be?`link`:`LINK`,Oi=be?`progress`:`PROGRESS`;function ki(e){if(C){var t=!1,n=()=>{if(!t){if(t=!0,e.hasAttribute(`value`)){var n=e.value;Mi(e,`value`,null),e.value=n}if(e.hasAttribute(`checked`)){var r=e.checked;Mi(e,`checked`,null),e.checked=r}}};e[ve]=n,tt(n),ct()}}function Ai(e,t){var n=Ni(e);n.value!==(n.value=t??void 0)&&(e.value!==t||t===0&&e.nodeName===Oi)&&(e.value=t??``)}function ji(e,t){var n=Ni(e);n.checked!==(n.checked=t??void 0)&&(e.checked=t)}function Mi(e,t,n,r){var i=Ni(e);if(!(C&&(i[t]=e.getAttribute(t),t===`src`||t===`srcset`||t===`href`&&e.nodeName===Di))){var a=i[t];a!==(i[t]=n)&&(t===`loading`&&(e[pe]=n),n==null?e.removeAttribute(t):typeof n!=`string`&&Fi(e).has(t)?e[t]=n:(!C||typeof n!=`number`&&typeof n!=`boolean`||a!==String(n))&&e.setAttribute(t,n))}}function Ni(e){return e[me]??={[Ti]:e.nodeName.includes(`-`),[Ei]:e.namespaceURI===Se}}var Pi=new Map;function Fi(e){var t=e.getAttribute(`is`)||e.nodeName,n=Pi.get(t);if(n)return n;Pi.set(t,n=new Set);for(var r,i=e,a=Element.prototype;a!==i;){for(var s in r=o(i),r)r[s].set&&s!==`innerHTML`&&s!==`textContent`&&s!==`innerText`&&n.add(s);i=l(i)}return n}function Ii(e,t,n=t){var r=new WeakSet;ut(e,`input`,async i=>{var a=i?e.defaultValue:e.value;if(a=Bi(e)?Vi(a):a,n(a),k!==null&&r.add(k),await lr(),a!==(a=t())){var o=e.selectionStart,s=e.selectionEnd,c=e.value.length;if(e.value=a??``,s!==null){var l=e.value.length;o===s&&s===c&&l>c?(e.selectionStart=l,e.selectionEnd=l):(e.selectionStart=o,e.selectionEnd=Math.min(s,l))}}}),(C&&e.defaultValue!==e.value||fr(t)==null&&e.value)&&(n(Bi(e)?Vi(e.value):e.value),k!==null&&r.add(k)),On(()=>{var n=t();if(e===document.activeElement){var i=k;if(r.has(i))return}Bi(e)&&n===Vi(e.value)||(e.type!==`date`||n||e.value)&&n!==e.value&&(e.value=n??``)})}var Li=new Set;function Ri(e,t,n,r,i=r){var a=n.getAttribute(`type`)===`checkbox`,o=e;let s=!1;if(t!==null)for(var c of t)o=o[c]??=[];o.push(n),ut(n,`change`,()=>{var e=n.__value;a&&(e=zi(o,e,n.checked)),i(e)},()=>i(a?[]:null)),On(()=>{var e=r();C&&n.defaultChecked!==n.checked?s=!0:a?(e||=[],n.checked=e.includes(n.__value)):n.checked=tn(n.__value,e)}),xn(()=>{var e=o.indexOf(n);e!==-1&&o.splice(e,1)}),Li.has(o)||(Li.add(o),tt(()=>{o.sort((e,t)=>e.compareDocumentPosition(t)===4?-1:1),Li.delete(o)})),tt(()=>{if(s){var e=a?zi(o,e,n.checked):o.find(e=>e.checked)?.__value;i(e)}})}function zi(e,t,n){for(var r=new Set,i=0;i<e.length;i+=1)e[i].checked&&r.add(e[i].__value);return n||r.delete(t),Array.from(r)}function Bi(e){var t=e.type;return t===`number`||t===`range`}function Vi(e){return e===``?null:+e}function Hi(e,t,n=t){ut(e,`change`,()=>{n(e.files)}),C&&e.files&&n(e.files),On(()=>{e.files=t()})}var Ui=new class e{#e=new WeakMap;#t;#n;static entries=new WeakMap;constructor(e){this.#n=e}observe(e,t){var n=this.#e.get(e)||new Set;return n.add(t),this.#e.set(e,n),this.#r().observe(e,this.#n),()=>{var n=this.#e.get(e);n.delete(t),n.size===0&&(this.#e.delete(e),this.#t.unobserve(e))}}#r(){return this.#t??=new ResizeObserver(t=>{for(var n of t){e.entries.set(n.target,n);for(var r of this.#e.get(n.target)||[])r(n)}})}}({box:`border-box`});function Wi(e,t,n){var r=Ui.observe(e,()=>n(e[t]));En(()=>(fr(()=>n(e[t])),r))}function Gi(e,t){return e===t||e?.[ue]===t}function Ki(e=Ze(),t,n,r){var i=D.r,a=H;return En(()=>{var o,s;return On(()=>{o=s,s=r?.()||[],fr(()=>{Gi(n(...s),e)||(t(e,...s),o&&Gi(n(...o),e)&&t(null,...o))})}),()=>{let r=a;for(;r!==i&&r.parent!==null&&r.parent.f&33554432;)r=r.parent;let o=()=>{s&&Gi(n(...s),e)&&t(null,...s)},c=r.teardown;r.teardown=()=>{o(),c?.()}}}),e}function qi(e=!1){let t=D,n=t.l.u;if(!n)return;let r=()=>pr(t.s);if(e){let e=0,n={},i=ht(()=>{let r=!1,i=t.s;for(let e in i)i[e]!==n[e]&&(n[e]=i[e],r=!0);return r&&e++,e});r=()=>K(i)}n.b.length&&wn(()=>{Ji(t,r),p(n.b)}),Sn(()=>{let e=fr(()=>n.m.map(f));return()=>{for(let t of e)typeof t==`function`&&t()}}),n.a.length&&Sn(()=>{Ji(t,r),p(n.a)})}function Ji(e,t){if(e.l.s)for(let t of e.l.s)K(t);t()}function Yi(e){var t=Kt(0);return function(){return arguments.length===1?(j(t,K(t)+1),arguments[0]):(K(t),e())}}var Xi=!1;function Zi(e){var t=Xi;try{return Xi=!1,[e(),Xi]}finally{Xi=t}}function Qi(e,t,n,r){var i=!Ke||!!(n&2),o=!!(n&8),s=!!(n&16),c=r,l=!0,u=void 0,d=()=>s&&i?(u??=ht(r),K(u)):(l&&(l=!1,c=s?fr(r):r),c);let f;if(o){var p=ue in e||fe in e;f=a(e,t)?.set??(p&&t in e?n=>e[t]=n:void 0)}var m,h=!1;o?[m,h]=Zi(()=>e[t]):m=e[t],m===void 0&&r!==void 0&&(m=d(),f&&(i&&Ve(t),f(m)));var g=i?()=>{var n=e[t];return n===void 0?d():(l=!0,n)}:()=>{var n=e[t];return n!==void 0&&(c=void 0),n===void 0?c:n};if(i&&!(n&4))return g;if(f){var _=e.$$legacy;return(function(e,t){return arguments.length>0?((!i||!t||_||h)&&f(t?g():e),e):g()})}var v=!1,y=(n&1?ht:yt)(()=>(v=!1,g()));o&&K(y);var ee=H;return(function(e,t){if(arguments.length>0){let n=t?K(y):i&&o?M(e):e;return j(y,n),v=!0,c!==void 0&&(c=n),e}return Wn&&v||ee.f&16384?y.v:K(y)})}typeof window<`u`&&((window.__svelte??={}).v??=new Set).add(`5`);var $i=[`sv`,`nb`,`en`],ea=()=>{let e=[localStorage.getItem(`language`)??``,...navigator.languages].map(e=>e.toLowerCase().split(`-`)[0]).map(e=>e===`no`||e===`nn`?`nb`:e);return $i.find(t=>t===e.find(e=>$i.includes(e)))??`en`},X=new class{#e=A(M(location.pathname));get path(){return K(this.#e)}set path(e){j(this.#e,e,!0)}#t=A(M(new URLSearchParams(location.search)));get query(){return K(this.#t)}set query(e){j(this.#t,e,!0)}#n=A(0);get steps(){return K(this.#n)}set steps(e){j(this.#n,e,!0)}#r=vt(()=>$i.find(e=>e===this.query.get(`lang`))??ea());get language(){return K(this.#r)}set language(e){j(this.#r,e)}#i=vt(()=>/^\d{4}-\d{2}-\d{2}$/.exec(this.query.get(`day`)??``)?.[0]);get day(){return K(this.#i)}set day(e){j(this.#i,e)}constructor(){window.addEventListener(`popstate`,()=>this.#a()),window.addEventListener(`click`,e=>this.#o(e))}#a(){this.path=location.pathname,this.query=new URLSearchParams(location.search),this.steps++}#o(e){let t=e.target.closest?.(`a`);!t||e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey||t.origin!==location.origin||t.target||t.hasAttribute(`download`)||t.pathname.startsWith(`/graphiql`)||t.hash&&t.pathname===location.pathname||(e.preventDefault(),this.go(t.pathname+t.search))}go(e){history.pushState(null,``,e),this.#a(),scrollTo(0,0)}address(e,t={}){let n=new URLSearchParams;for(let e of[`lang`,`day`])this.query.has(e)&&n.set(e,this.query.get(e));for(let[e,r]of Object.entries(t))r?n.set(e,r):n.delete(e);return e+(n.size?`?`+n:``)}show(e){let t=new URLSearchParams(this.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);history.replaceState(null,``,this.path+(t.size?`?`+t:``)),this.query=t,e.lang&&localStorage.setItem(`language`,e.lang)}},ta=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),na=function(e){return`/`+e},ra={},ia=function(e){return e.pathname.endsWith(`.css`)},aa=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Z=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=na(t,n);let r=s(t),i=ia(r);return aa(ra,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ta,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},oa=[{path:/^\/$/,load:()=>Z(()=>import(`./Today-Mm9-Kkn5.js`),__vite__mapDeps([0,1,2,3,4,5,6]))},{path:/^\/search$/,load:()=>Z(()=>import(`./Search-D8G4YJ7U.js`),__vite__mapDeps([7,5,2,3]))},{path:/^\/organisations\/([^/]+)$/,load:()=>Z(()=>import(`./Organisation-Bj-iY6Dl.js`),__vite__mapDeps([8,9,2,3,1,5,6,10]))},{path:/^\/networks$/,load:()=>Z(()=>import(`./Networks-CfD_izFG.js`),__vite__mapDeps([11,5,2,3]))},{path:/^\/networks\/([^/]+)$/,load:()=>Z(()=>import(`./Network-CBJWSNDM.js`),__vite__mapDeps([12,5,3,2,10]))},{path:/^\/needs$/,load:()=>Z(()=>import(`./Needs-BgNd0tmg.js`),__vite__mapDeps([13,2,3,14,4,5]))},{path:/^\/record$/,load:()=>Z(()=>import(`./Record-Cairb5HG.js`),__vite__mapDeps([15,14,5,3]))},{path:/^\/import$/,load:()=>Z(()=>import(`./Import-Cd55ufig.js`),__vite__mapDeps([16,5,2,3]))},{path:/^\/partnerships$/,load:()=>Z(()=>import(`./Partnerships-B94Q9If-.js`),__vite__mapDeps([17,14,5,2,3,10]))},{path:/^\/money$/,load:()=>Z(()=>import(`./Money-vUtnEv7w.js`),__vite__mapDeps([18,9,2,3,5,6]))},{path:/^\/todo$/,load:()=>Z(()=>import(`./ToDo-D7sYW8iW.js`),__vite__mapDeps([19,14,2,3,10,5]))},{path:/^\/reports$/,load:()=>Z(()=>import(`./Reports-kVHpXcV-.js`),__vite__mapDeps([20,5]))},{path:/^\/picture$/,load:()=>Z(()=>import(`./Picture-BEntwMas.js`),__vite__mapDeps([21,5,2,3]))},{path:/^\/map$/,load:()=>Z(()=>import(`./Map-D03EosIx.js`),__vite__mapDeps([22,5,3]))},{path:/^\/changes$/,load:()=>Z(()=>import(`./Changes-CMz1kzhY.js`),__vite__mapDeps([23,5,2,3]))}],sa=()=>Z(()=>import(`./Missing-BQKXpBmA.js`),__vite__mapDeps([24,5]));function ca(e){for(let t of oa){let n=t.path.exec(e);if(n)return{load:t.load,id:decodeURIComponent(n[1]??``)}}return{load:sa,id:``}}var la=[{path:`/`,name:`room.today`},{path:`/needs`,name:`room.needs`},{path:`/record`,name:`room.record`},{path:`/import`,name:`room.import`},{path:`/networks`,name:`room.networks`},{path:`/picture`,name:`room.picture`},{path:`/map`,name:`room.map`},{path:`/partnerships`,name:`room.partnerships`},{path:`/money`,name:`room.money`},{path:`/todo`,name:`room.todo`},{path:`/reports`,name:`room.reports`},{path:`/changes`,name:`room.changes`}],ua=class extends Error{code;path;constructor(e,t,n=[]){super(e),this.code=t,this.path=n}};async function da(e,t){let n=e.toString();try{return await pa(n,t)}catch(e){if(e instanceof ua&&e.code!==`UNAVAILABLE`||!n.trimStart().startsWith(`query`))throw e;return pa(n,t)}}function fa(e,{file:t,...n}){let r=new FormData;return r.append(`operations`,JSON.stringify({query:e.toString(),variables:{...n,file:null}})),r.append(`map`,`{"0": ["variables.file"]}`),r.append(`0`,t),ma(r,{"GraphQL-Preflight":`1`})}var pa=(e,t)=>ma(JSON.stringify({query:e,variables:t}),{"Content-Type":`application/json`});async function ma(e,t){let n=await(await fetch(`/graphql`,{method:`POST`,headers:{...t,"Accept-Language":X.language},body:e})).json(),r=n.errors?.[0];if(r)throw new ua(r.message,r.extensions?.code??``,r.path);return n.data}var Q=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new Q(`
    fragment judged on Organisation {
  id
  version
  legalName
  aliases
  legalForm
  country
  sectorType
  identifiers {
    scheme
    value
  }
  location {
    municipality
    nuts {
      name
    }
  }
  memberships(first: 1) {
    totalCount
  }
  participations(first: 3) {
    totalCount
    nodes {
      project {
        acronym
      }
    }
  }
  sources {
    id
    title
    reference
  }
}
    `,{fragmentName:`judged`}),new Q(`
    fragment told on MemberRow {
  row
  verdict
  name
  organisation {
    id
    legalName
    country
  }
  values {
    field
    held
    told
  }
  problems {
    cell
    sentence
    suggestion
  }
  candidates {
    organisation {
      id
      legalName
      country
    }
    reason
  }
}
    `,{fragmentName:`told`}),new Q(`
    fragment side on Network {
  id
  acronym
  name
  country
  lifecycle
  host {
    id
    legalName
    country
  }
  memberships(first: 100) {
    totalCount
    nodes {
      id
      role
      state
      validFrom
      member {
        __typename
        id
        displayName
        ... on Organisation {
          country
          sectorType
          location {
            municipality
            nuts {
              name
            }
          }
        }
        ... on Network {
          acronym
          country
        }
      }
    }
  }
}
    `,{fragmentName:`side`});var ha=new Q(`
    mutation AcceptIntroduction($id: ID!, $version: Int, $source: SourceInput!, $dryRun: Boolean!) {
  acceptIntroduction(
    input: {id: $id, expectedVersion: $version, source: $source, dryRun: $dryRun}
  ) {
    command
    changes {
      id
      source {
        id
      }
    }
  }
}
    `),ga=new Q(`
    subscription ChangeFeed {
  changes {
    node {
      id
      at
      actor
      action
      command
      subject {
        __typename
        id
        displayName
      }
      fields {
        name
        before
        after
      }
      source {
        title
      }
    }
  }
}
    `),_a=new Q(`
    mutation ConfirmPartnership($id: ID!, $version: Int, $party: ID!, $source: SourceInput!, $dryRun: Boolean!) {
  confirmPartnership(
    input: {id: $id, expectedVersion: $version, party: $party, source: $source, dryRun: $dryRun}
  ) {
    command
    changes {
      id
      source {
        id
      }
    }
  }
}
    `),va=new Q(`
    query Counties($day: Date) {
  networkMetrics(asOf: $day, groupBy: NUTS) {
    groups {
      name
      organisations
    }
  }
  needsMap(asOf: $day, groupBy: [AREA]) {
    theme {
      broader {
        code
      }
    }
    area {
      code
    }
    needs
    offers
  }
}
    `),ya=new Q(`
    mutation DeclineIntroduction($id: ID!, $version: Int, $source: SourceInput!, $dryRun: Boolean!) {
  declineIntroduction(
    input: {id: $id, expectedVersion: $version, source: $source, dryRun: $dryRun}
  ) {
    command
    changes {
      id
      source {
        id
      }
    }
  }
}
    `),ba=new Q(`
    mutation DenyPartnership($id: ID!, $version: Int, $party: ID!, $source: SourceInput!, $dryRun: Boolean!) {
  denyPartnership(
    input: {id: $id, expectedVersion: $version, party: $party, source: $source, dryRun: $dryRun}
  ) {
    command
    changes {
      id
      source {
        id
      }
    }
  }
}
    `),xa=new Q(`
    query Dossier($id: ID!, $day: Date) {
  organisation(id: $id, asOf: $day) {
    id
    legalName
    aliases
    formerNames {
      name
      validTo
    }
    legalForm
    country
    sectorType
    sizeClass
    status
    homepage
    identifiers {
      scheme
      value
    }
    location {
      municipality
      nuts {
        code
        name
      }
    }
    unknown {
      field
      reason
    }
    claims {
      field
      value
      source {
        id
      }
    }
    sources {
      id
      title
      reference
      url
      retrievedAt
    }
    history(first: 10, orderBy: {field: POSITION, direction: DESC}) {
      totalCount
      nodes {
        id
        at
        actor
        action
      }
    }
  }
  relations: organisation(id: $id, asOf: $day) {
    memberships(first: 20) {
      totalCount
      nodes {
        id
        role
        state
        validFrom
        validTo
        network {
          id
          acronym
          country
        }
      }
    }
    participations(first: 20) {
      totalCount
      nodes {
        id
        role
        project {
          id
          acronym
          title
          lifecycle
        }
      }
    }
    partnerships(first: 20) {
      totalCount
      nodes {
        id
        displayName
        state
        parties {
          confirmation
          party {
            __typename
            id
            displayName
            ... on Organisation {
              country
            }
            ... on Network {
              country
            }
          }
        }
        sources {
          id
          title
          reference
        }
      }
    }
  }
  money: organisation(id: $id, asOf: $day) {
    awardsReceived(first: 10) {
      totalCount
      nodes {
        id
        state
        aidRate
        cap {
          amount
          currency
        }
        funder {
          id
          legalName
        }
        project {
          id
          acronym
        }
      }
    }
    awardsFunded(first: 10) {
      totalCount
      nodes {
        id
        state
        aidRate
        cap {
          amount
          currency
        }
        recipient {
          id
          legalName
        }
        project {
          id
          acronym
        }
      }
    }
    obligations(first: 10) {
      totalCount
      nodes {
        id
        type
        dueOn
        overdue
        status
      }
    }
  }
  wishes: organisation(id: $id, asOf: $day) {
    needs(first: 20) {
      totalCount
      nodes {
        id
        statement
        urgency
        expiresOn
        theme {
          label
        }
      }
    }
    offers(first: 20) {
      totalCount
      nodes {
        id
        statement
        level
        expiresOn
        theme {
          label
        }
      }
    }
    possibleDuplicates {
      id
      legalName
      country
    }
  }
}
    `),Sa=new Q(`
    query Duplicates {
  duplicates(first: 10) {
    totalCount
    nodes {
      score
      reasons
      organisation {
        ...judged
      }
      other {
        ...judged
      }
    }
  }
}
    fragment judged on Organisation {
  id
  version
  legalName
  aliases
  legalForm
  country
  sectorType
  identifiers {
    scheme
    value
  }
  location {
    municipality
    nuts {
      name
    }
  }
  memberships(first: 1) {
    totalCount
  }
  participations(first: 3) {
    totalCount
    nodes {
      project {
        acronym
      }
    }
  }
  sources {
    id
    title
    reference
  }
}`),Ca=new Q(`
    query FindOrganisation($text: String!, $day: Date) {
  organisations(filter: {text: $text}, first: 8, asOf: $day) {
    totalCount
    nodes {
      id
      legalName
      country
      sectorType
    }
  }
}
    `),wa=new Q(`
    mutation ImportMembers($file: Upload!, $network: ID!, $dryRun: Boolean!) {
  importMembers(input: {file: $file, network: $network, dryRun: $dryRun}) {
    command
    sheet
    columns {
      column
      heading
      field
      note
    }
    counts {
      verdict
      count
    }
    notes {
      sentence
      suggestion
    }
    doubtful: rows(verdicts: [CONFLICT, REFUSED], first: 100) {
      ...told
    }
    others: rows(verdicts: [NEW, CHANGED, SAME], first: 100) {
      ...told
    }
  }
}
    fragment told on MemberRow {
  row
  verdict
  name
  organisation {
    id
    legalName
    country
  }
  values {
    field
    held
    told
  }
  problems {
    cell
    sentence
    suggestion
  }
  candidates {
    organisation {
      id
      legalName
      country
    }
    reason
  }
}`),Ta=new Q(`
    mutation JudgeIdentity($organisation: ID!, $other: ID!, $verdict: IdentityVerdict!, $version: Int, $otherVersion: Int, $source: SourceInput!, $dryRun: Boolean!) {
  judgeIdentity(
    input: {organisation: $organisation, other: $other, verdict: $verdict, expectedVersion: $version, expectedOtherVersion: $otherVersion, source: $source, dryRun: $dryRun}
  ) {
    command
    changes {
      id
      source {
        id
      }
    }
  }
}
    `),Ea=new Q(`
    query LatestChanges($after: String) {
  changes(orderBy: {field: POSITION, direction: DESC}, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      at
      actor
      action
      command
      subject {
        __typename
        id
        displayName
      }
      fields {
        name
        before
        after
      }
      source {
        title
      }
    }
  }
}
    `),Da=new Q(`
    query Money($day: Date) {
  awardSums(asOf: $day) {
    amount {
      amount
      currency
    }
    awards
  }
  awards(first: 50, asOf: $day) {
    totalCount
    nodes {
      id
      state
      aidRate
      cap {
        amount
        currency
      }
      paid {
        amount
        currency
      }
      remaining {
        amount
        currency
      }
      recipient {
        id
        legalName
        country
      }
      funder {
        id
        legalName
        country
      }
      project {
        id
        acronym
      }
      conditions {
        id
        type
        text
        status
        dueOn
        dependsOn {
          __typename
          id
          displayName
        }
      }
    }
  }
  obligations(
    filter: {status: [OPEN, UNKNOWN]}
    orderBy: {field: DUE_ON}
    first: 50
    asOf: $day
  ) {
    totalCount
    nodes {
      id
      type
      dueOn
      overdue
      status
      project {
        id
        acronym
      }
      responsible {
        id
        legalName
        country
      }
    }
  }
  applications(filter: {state: [APPLIED]}, first: 20, asOf: $day) {
    totalCount
    nodes {
      id
      displayName
      appliedTo {
        __typename
        id
        displayName
      }
      lapseCascade {
        affected {
          __typename
          id
          displayName
        }
        because
      }
    }
  }
}
    `),Oa=new Q(`
    query NeedMatches($need: ID!, $day: Date) {
  matches(need: $need, first: 5, asOf: $day) {
    totalCount
    nodes {
      score
      grounds
      offer {
        id
        statement
        country
        organisation {
          id
          legalName
          country
        }
      }
    }
  }
}
    `),ka=new Q(`
    query NeedsBoard($day: Date) {
  needsMap(asOf: $day) {
    theme {
      code
      label
      broader {
        code
      }
    }
    country
    needs
    offers
    unmet
  }
  needsFunnel(asOf: $day) {
    needs
    suggested
    introduced
    partnerships
    declined
    met
  }
}
    `),Aa=new Q(`
    query NetworkGap($network: String!, $counterpart: String!, $day: Date) {
  counterpartGap(
    network: {acronym: $network}
    counterpart: {acronym: $counterpart}
    asOf: $day
  ) {
    dimension
    value
    network
    counterpart
    onlyIn
  }
  themes(first: 100) {
    nodes {
      code
      label
    }
  }
}
    `),ja=new Q(`
    query NetworkMembers($acronym: String!, $day: Date) {
  network(acronym: $acronym, asOf: $day) {
    ...side
    mission
    plannedFrom
    establishedOn
    sources {
      id
      title
      reference
      url
      retrievedAt
    }
    counterparts {
      ...side
    }
    needsMappings {
      id
      title
      state
      heldOn
    }
  }
}
    fragment side on Network {
  id
  acronym
  name
  country
  lifecycle
  host {
    id
    legalName
    country
  }
  memberships(first: 100) {
    totalCount
    nodes {
      id
      role
      state
      validFrom
      member {
        __typename
        id
        displayName
        ... on Organisation {
          country
          sectorType
          location {
            municipality
            nuts {
              name
            }
          }
        }
        ... on Network {
          acronym
          country
        }
      }
    }
  }
}`),Ma=new Q(`
    query Networks($day: Date) {
  networks(first: 100, asOf: $day) {
    totalCount
    nodes {
      id
      acronym
      name
      country
      lifecycle
      counterparts {
        acronym
        country
      }
      memberships(first: 1) {
        totalCount
      }
    }
  }
}
    `),Na=new Q(`
    query Partnerships($day: Date, $standing: Standing!, $after: String) {
  partnerships(standing: $standing, first: 50, after: $after, asOf: $day) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      version
      displayName
      type
      state
      crossBorder
      validFrom
      validTo
      parties {
        confirmation
        confirmedAt
        party {
          __typename
          id
          displayName
          ... on Organisation {
            country
          }
          ... on Network {
            country
          }
        }
      }
      arisesFrom {
        acronym
      }
      sources {
        id
        title
        reference
      }
    }
  }
}
    `),Pa=new Q(`
    query Picture($day: Date, $relations: [PathRelation!]!) {
  networkMetrics(asOf: $day, relations: $relations) {
    organisations
    ties
    crossBorderTies
    eiIndex
    eiIndexExpected
    tied {
      organisation {
        id
        legalName
        country
        sectorType
      }
      tiedTo
    }
    brokers(first: 12) {
      organisation {
        id
        legalName
        country
      }
      degree
      betweenness
    }
    missingTies(first: 20) {
      needing {
        id
        legalName
        country
      }
      offering {
        id
        legalName
        country
      }
      need {
        statement
      }
      offer {
        statement
      }
    }
  }
}
    `),Fa=new Q(`
    mutation RecordNeed($input: RecordNeedInput!) {
  recordNeed(input: $input) {
    command
    changes {
      id
      action
      subject {
        __typename
        id
        displayName
      }
      fields {
        name
        after
      }
      source {
        id
      }
    }
  }
}
    `),Ia=new Q(`
    mutation RecordOffer($input: RecordOfferInput!) {
  recordOffer(input: $input) {
    command
    changes {
      id
      action
      subject {
        __typename
        id
        displayName
      }
      fields {
        name
        after
      }
      source {
        id
      }
    }
  }
}
    `),La=new Q(`
    mutation RegisterOrganisation($input: RegisterOrganisationInput!) {
  registerOrganisation(input: $input) {
    organisation {
      id
      legalName
      country
    }
    command
    changes {
      id
      action
      subject {
        __typename
        id
        displayName
      }
      fields {
        name
        after
      }
      source {
        id
      }
    }
  }
}
    `),Ra=new Q(`
    mutation RevertCommand($command: ID!, $source: SourceInput!) {
  revertCommand(input: {command: $command, source: $source}) {
    command
    left {
      __typename
      id
      displayName
    }
    changes {
      id
    }
  }
}
    `),za=new Q(`
    query Search($text: String!, $first: Int!) {
  search(text: $text, first: $first) {
    totalCount
    nodes {
      forgiven
      item {
        __typename
        id
        displayName
        ... on Organisation {
          country
          sectorType
          location {
            municipality
            nuts {
              name
            }
          }
        }
        ... on Network {
          country
          name
        }
        ... on Project {
          title
          lifecycle
        }
        ... on Need {
          country
          stakeholder {
            displayName
          }
        }
        ... on Offer {
          country
          organisation {
            displayName
          }
        }
        ... on Document {
          reference
        }
      }
    }
  }
}
    `),Ba=new Q(`
    mutation SuggestIntroduction($need: ID!, $offer: ID!, $source: SourceInput!, $dryRun: Boolean!) {
  suggestIntroduction(
    input: {need: $need, offer: $offer, source: $source, dryRun: $dryRun}
  ) {
    command
    changes {
      id
      source {
        id
      }
    }
  }
}
    `),Va=new Q(`
    query ThemeCards($theme: String!, $day: Date) {
  needs(filter: {theme: {code: [$theme]}}, first: 100, asOf: $day) {
    totalCount
    nodes {
      id
      statement
      country
      urgency
      expiresOn
      theme {
        code
        label
      }
      stakeholder {
        __typename
        id
        displayName
      }
      introductions {
        id
        version
        state
        offer {
          id
          organisation {
            id
            legalName
            country
          }
        }
      }
    }
  }
  offers(filter: {theme: {code: [$theme]}}, first: 100, asOf: $day) {
    totalCount
    nodes {
      id
      statement
      country
      level
      expiresOn
      theme {
        code
        label
      }
      organisation {
        id
        legalName
        country
      }
    }
  }
}
    `),Ha=new Q(`
    query Themes {
  themes(first: 100) {
    totalCount
    nodes {
      code
      label
      broader {
        code
      }
    }
  }
}
    `),Ua=new Q(`
    query ToDo($day: Date, $country: CountryCode, $after: String) {
  dataHealth(asOf: $day, country: $country) {
    completeness
    issuePages(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind
        message
        about {
          __typename
          id
          displayName
        }
        askWhom {
          id
          legalName
          country
        }
      }
    }
  }
}
    `),Wa=new Q(`
    query Today($day: Date, $dueTo: Date!) {
  obligations(
    filter: {status: [OPEN, UNKNOWN], dueTo: $dueTo}
    orderBy: {field: DUE_ON}
    first: 10
    asOf: $day
  ) {
    totalCount
    nodes {
      id
      type
      dueOn
      overdue
      project {
        id
        acronym
      }
      responsible {
        id
        legalName
        country
      }
    }
  }
  partnerships(
    filter: {parties: {confirmation: [NOT_ASKED, ASKED]}}
    first: 5
    asOf: $day
  ) {
    totalCount
    nodes {
      id
      displayName
      parties {
        confirmation
        party {
          __typename
          id
          displayName
          ... on Organisation {
            country
          }
          ... on Network {
            country
          }
        }
      }
    }
  }
  networks(first: 10, asOf: $day) {
    totalCount
    nodes {
      id
      acronym
      name
      country
      lifecycle
      memberships(first: 1) {
        totalCount
      }
    }
  }
  needsFunnel(asOf: $day) {
    needs
    suggested
    introduced
    partnerships
    declined
    met
  }
  changes(orderBy: {field: POSITION, direction: DESC}, first: 8) {
    totalCount
    nodes {
      id
      at
      actor
      action
      subject {
        __typename
        id
        displayName
      }
    }
  }
  organisations(first: 1, asOf: $day) {
    totalCount
  }
}
    `),Ga=new Q(`
    query TodayMore($day: Date) {
  matches(first: 5, asOf: $day) {
    totalCount
    nodes {
      grounds
      need {
        id
        statement
        country
        stakeholder {
          __typename
          id
          displayName
        }
      }
      offer {
        id
        statement
        country
        organisation {
          id
          legalName
        }
      }
    }
  }
  dataHealth(asOf: $day) {
    completeness
    issuePages(first: 5) {
      totalCount
      nodes {
        kind
        message
        about {
          __typename
          id
          displayName
        }
      }
    }
  }
}
    `),Ka=new Q(`
    query Words($language: Language!) {
  vocabulary(language: $language) {
    name
    values {
      name
      label
    }
  }
  labels(language: $language) {
    name
    label
  }
  typeLabels(language: $language) {
    name
    label
  }
}
    `),qa={"search.label":[`Sök`,`Søk`,`Search`],"search.hint":[`Organisation, nätverk, projekt, behov eller nummer`,`Organisasjon, nettverk, prosjekt, behov eller nummer`,`Organisation, network, project, need or number`],"search.none":[`Inget hittades. Pröva en del av namnet.`,`Ingenting ble funnet. Prøv en del av navnet.`,`Nothing was found. Try a part of the name.`],"search.hits.one":[`{n} träff`,`{n} treff`,`{n} hit`],"search.hits.other":[`{n} träffar`,`{n} treff`,`{n} hits`],"search.forgiven":[`liknande stavning`,`lignende stavemåte`,`similar spelling`],"bar.rooms":[`Rum`,`Rom`,`Rooms`],"bar.language":[`Språk`,`Språk`,`Language`],"bar.day":[`Visa per den`,`Vis per`,`Show as of`],"bar.skip":[`Till innehållet`,`Til innholdet`,`To the content`],"bar.graphiql":[`Fråga fritt (GraphiQL)`,`Spør fritt (GraphiQL)`,`Ask freely (GraphiQL)`],"room.today":[`I dag`,`I dag`,`Today`],"room.networks":[`Nätverk`,`Nettverk`,`Networks`],"answer.waiting":[`Hämtar …`,`Henter …`,`Fetching …`],"answer.failed":[`Det gick inte att hämta.`,`Det kunne ikke hentes.`,`It could not be fetched.`],"answer.again":[`Försök igen`,`Prøv igjen`,`Try again`],"answer.unreachable":[`Servern svarar inte.`,`Serveren svarer ikke.`,`The server does not answer.`],"missing.title":[`Sidan finns inte`,`Siden finnes ikke`,`There is no such page`],"missing.text":[`Adressen leder ingenstans. Sök efter det du letar efter, eller börja om från I dag.`,`Adressen fører ingen steder. Søk etter det du leter etter, eller begynn på nytt fra I dag.`,`The address leads nowhere. Search for what you look for, or start again from Today.`],"missing.record":[`Det finns ingen sådan post, eller så får du inte se den.`,`Det finnes ingen slik post, eller du har ikke lov til å se den.`,`There is no such record, or you may not see it.`],"side.NO":[`Norge`,`Norge`,`Norway`],"side.SE":[`Sverige`,`Sverige`,`Sweden`],"side.unknown":[`land okänt`,`land ukjent`,`country unknown`],unknown:[`inte känt`,`ikke kjent`,`not known`],none:[`Inget är registrerat`,`Ingenting er registrert`,`Nothing is recorded`],more:[`och {n} till`,`og {n} til`,`and {n} more`],print:[`Skriv ut`,`Skriv ut`,`Print`],sources:[`Källor`,`Kilder`,`Sources`],history:[`Historik`,`Historikk`,`History`],"today.due":[`Förfaller inom 90 dagar`,`Forfaller innen 90 dager`,`Due in 90 days`],"today.dueNone":[`Inget förfaller inom 90 dagar`,`Ingenting forfaller innen 90 dager`,`Nothing is due in 90 days`],"today.overdue":[`försenad`,`forsinket`,`overdue`],"today.waiting":[`Väntar på bekräftelse`,`Venter på bekreftelse`,`Waiting for confirmation`],"today.waitingNone":[`Ingen väntar på svar`,`Ingen venter på svar`,`Nobody waits for an answer`],"today.matches":[`Kan mötas`,`Kan møtes`,`Could meet`],"today.matchesNone":[`Inget öppet behov har ett erbjudande som passar`,`Ingen åpne behov har et tilbud som passer`,`No open need has an offer that suits it`],"today.todo":[`Att göra i registret`,`Å gjøre i registeret`,`To do in the register`],"today.complete":[`{share} av uppgifterna är kända`,`{share} av opplysningene er kjent`,`{share} of the facts are known`],"today.changed":[`Senast ändrat`,`Sist endret`,`Changed last`],"today.funnel":[`Från behov till partnerskap`,`Fra behov til partnerskap`,`From need to partnership`],"today.empty":[`Registret är tomt. Läs in en partnerlista eller registrera en organisation, så börjar nätverket synas här.`,`Registeret er tomt. Les inn en partnerliste eller registrer en organisasjon, så begynner nettverket å vises her.`,`The register is empty. Import a list of partners or enter an organisation, and the network begins to show here.`],"funnel.needs":[`behov`,`behov`,`needs`],"funnel.suggested":[`föreslagna`,`foreslått`,`suggested`],"funnel.introduced":[`presenterade`,`introdusert`,`introduced`],"funnel.partnerships":[`partnerskap`,`partnerskap`,`partnerships`],"funnel.met":[`mötta`,`møtt`,`met`],"network.members.one":[`{n} medlem`,`{n} medlem`,`{n} member`],"network.members.other":[`{n} medlemmar`,`{n} medlemmer`,`{n} members`],"network.counterpart":[`Motpart: {acronym}`,`Motpart: {acronym}`,`Counterpart: {acronym}`],"network.noCounterpart":[`Ingen motpart på andra sidan är känd`,`Ingen motpart på den andre siden er kjent`,`No counterpart on the other side is known`],"network.noMembers":[`Inga medlemmar är kända`,`Ingen medlemmer er kjent`,`No members are known`],"network.missing":[`Vem saknas`,`Hvem mangler`,`Who is missing`],"network.missingHint":[`Det som den ena sidan har och den andra saknar`,`Det den ene siden har og den andre mangler`,`What one side has and the other lacks`],"network.missingIn":[`Saknas i {acronym}`,`Mangler i {acronym}`,`Missing in {acronym}`],"network.missingNone":[`Inget`,`Ingenting`,`Nothing`],"network.host":[`Värd`,`Vert`,`Host`],"network.planned":[`Planerat från {day}`,`Planlagt fra {day}`,`Planned from {day}`],"network.established":[`Bildat {day}`,`Etablert {day}`,`Established {day}`],"dossier.formerly":[`Tidigare {names}`,`Tidligere {names}`,`Formerly {names}`],"dossier.also":[`Även {names}`,`Også {names}`,`Also {names}`],"dossier.networks":[`Nätverk`,`Nettverk`,`Networks`],"dossier.partnerships":[`Partnerskap`,`Partnerskap`,`Partnerships`],"dossier.projects":[`Projekt`,`Prosjekter`,`Projects`],"dossier.money":[`Pengar`,`Penger`,`Money`],"dossier.needs":[`Behov`,`Behov`,`Needs`],"dossier.offers":[`Erbjudanden`,`Tilbud`,`Offers`],"dossier.obligations":[`Åtaganden`,`Forpliktelser`,`Obligations`],"dossier.duplicate":[`Kan vara samma som`,`Kan være den samme som`,`May be the same as`],"dossier.claims":[`Källorna säger olika`,`Kildene sier ulikt`,`Sources disagree`],"dossier.atMost":[`högst {amount}`,`høyst {amount}`,`at most {amount}`],"dossier.rate":[`{rate} av kostnaderna`,`{rate} av kostnadene`,`{rate} of the costs`],"dossier.from":[`av {name}`,`av {name}`,`by {name}`],"dossier.to":[`till {name}`,`til {name}`,`to {name}`],"dossier.until":[`till {day}`,`til {day}`,`until {day}`],"room.needs":[`Behov och erbjudanden`,`Behov og tilbud`,`Needs and offers`],"room.record":[`Intervju`,`Intervju`,`Interview`],"room.partnerships":[`Partnerskap`,`Partnerskap`,`Partnerships`],"room.todo":[`Att göra`,`Å gjøre`,`To do`],"room.changes":[`Ändringar`,`Endringer`,`Changes`],"room.reports":[`Rapporter`,`Rapporter`,`Reports`],"room.money":[`Pengar`,`Penger`,`Money`],next:[`Visa fler`,`Vis flere`,`Show more`],undo:[`Ångra`,`Angre`,`Undo`],"undo.dismiss":[`Stäng`,`Lukk`,`Close`],"undo.ground":[`Ångrat på sidan`,`Angret på siden`,`Undone on the page`],"ground.label":[`Vad vilar det på?`,`Hva bygger det på?`,`What does it rest on?`],"ground.hint":[`Samtal med …, mejl från …, protokoll …`,`Samtale med …, e-post fra …, referat …`,`Talk with …, mail from …, minutes of …`],"needs.hint":[`Vad som behövs och erbjuds på var sida om gränsen. Det som ingen möter står först.`,`Hva som trengs og tilbys på hver side av grensen. Det ingen møter, står først.`,`What either side of the border needs and offers. What nobody meets comes first.`],"needs.none":[`Inga behov är registrerade än. Börja med en intervju.`,`Ingen behov er registrert ennå. Begynn med et intervju.`,`No needs are recorded yet. Begin with an interview.`],"needs.theme":[`Tema`,`Tema`,`Theme`],"needs.one":[`Behov`,`Behov`,`Need`],"offers.one":[`Erbjudande`,`Tilbud`,`Offer`],"needs.count.one":[`{n} behov`,`{n} behov`,`{n} need`],"needs.count.other":[`{n} behov`,`{n} behov`,`{n} needs`],"offers.count.one":[`{n} erbjudande`,`{n} tilbud`,`{n} offer`],"offers.count.other":[`{n} erbjudanden`,`{n} tilbud`,`{n} offers`],"needs.unmet.one":[`{n} utan svar`,`{n} uten svar`,`{n} unmet`],"needs.unmet.other":[`{n} utan svar`,`{n} uten svar`,`{n} unmet`],"needs.who":[`Vem kan möta det?`,`Hvem kan møte det?`,`Who could meet it?`],"needs.nobody":[`Ingen erbjuder något som passar`,`Ingen tilbyr noe som passer`,`Nobody offers what suits it`],"needs.suggest":[`Föreslå`,`Foreslå`,`Suggest`],"needs.accept":[`De är presenterade`,`De er introdusert`,`They are introduced`],"needs.decline":[`Avböjt`,`Avslått`,`Declined`],"needs.suggested":[`Förslaget är registrerat.`,`Forslaget er registrert.`,`The suggestion is recorded.`],"needs.introduced":[`Presentationen är registrerad.`,`Introduksjonen er registrert.`,`The introduction is recorded.`],"needs.declined":[`Att det avböjdes är registrerat.`,`At det ble avslått, er registrert.`,`That it was declined is recorded.`],"record.hint":[`Ange källan en gång. Skriv sedan behov efter behov; det du skriver finns kvar om sidan laddas om.`,`Oppgi kilden én gang. Skriv så behov etter behov; det du skriver, blir værende om siden lastes på nytt.`,`Give the source once. Then write need by need; what you write survives a reload.`],"record.kind":[`Vad`,`Hva`,`What`],"record.who":[`Vems`,`Hvem sitt`,`Whose`],"record.new":[`”{name}” är ny`,`«{name}» er ny`,`“{name}” is new`],"record.side":[`Sida`,`Side`,`Side`],"record.sector":[`Slag`,`Type`,`Kind`],"record.need":[`Vad behövs?`,`Hva trengs?`,`What is needed?`],"record.offer":[`Vad erbjuds?`,`Hva tilbys?`,`What is offered?`],"record.urgency":[`Hur bråttom?`,`Hvor viktig?`,`How urgent?`],"record.level":[`Hur färdigt?`,`Hvor ferdig?`,`How ready?`],"record.send":[`Registrera`,`Registrer`,`Record`],"record.look":[`Se vad som ändras`,`Se hva som endres`,`See what will change`],"record.willChange":[`Detta kommer att ändras:`,`Dette vil bli endret:`,`This will change:`],"record.done":[`Registrerat: {statement}`,`Registrert: {statement}`,`Recorded: {statement}`],"record.recorded":[`Registrerat nu`,`Registrert nå`,`Recorded now`],"partnerships.hint":[`Bekräfta eller förneka för den sida som du talar för.`,`Bekreft eller avkreft for den siden du snakker for.`,`Confirm or deny for the side that you speak for.`],"partnerships.count.one":[`{n} partnerskap`,`{n} partnerskap`,`{n} partnership`],"partnerships.count.other":[`{n} partnerskap`,`{n} partnerskap`,`{n} partnerships`],"partnerships.crossBorder":[`över gränsen`,`over grensen`,`across the border`],"partnerships.confirm":[`{name} bekräftar`,`{name} bekrefter`,`{name} confirms`],"partnerships.deny":[`{name} förnekar`,`{name} avkrefter`,`{name} denies`],"partnerships.confirmed":[`Bekräftelsen är registrerad.`,`Bekreftelsen er registrert.`,`The confirmation is recorded.`],"partnerships.denied":[`Förnekandet är registrerat.`,`Avkreftelsen er registrert.`,`The denial is recorded.`],"todo.side":[`Sida`,`Side`,`Side`],"todo.both":[`Båda sidor`,`Begge sider`,`Both sides`],"todo.count.one":[`{n} sak att göra`,`{n} ting å gjøre`,`{n} thing to do`],"todo.count.other":[`{n} saker att göra`,`{n} ting å gjøre`,`{n} things to do`],"todo.ask":[`Fråga`,`Spør`,`Ask`],"todo.askNobody":[`Ingen att fråga`,`Ingen å spørre`,`Nobody to ask`],"duplicates.title":[`Är de samma?`,`Er de den samme?`,`Are they the same?`],"duplicates.SAME":[`Samma`,`Samme`,`Same`],"duplicates.DIFFERENT":[`Olika`,`Ulike`,`Different`],"duplicates.UNSURE":[`Osäkert`,`Usikkert`,`Unsure`],"duplicates.did.SAME":[`De är nu en post.`,`De er nå én post.`,`They are one record now.`],"duplicates.did.DIFFERENT":[`Att de är olika är registrerat.`,`At de er ulike, er registrert.`,`That they are different is recorded.`],"duplicates.did.UNSURE":[`Att det är osäkert är registrerat.`,`At det er usikkert, er registrert.`,`That it is unsure is recorded.`],"changes.hint":[`Det som andra ändrar visas här medan det händer.`,`Det andre endrer, vises her mens det skjer.`,`What others change shows here as it happens.`],"changes.undo":[`Ta tillbaka`,`Ta tilbake`,`Take back`],"changes.more.one":[`och {n} ändring till`,`og {n} endring til`,`and {n} more change`],"changes.more.other":[`och {n} ändringar till`,`og {n} endringer til`,`and {n} more changes`],"reports.hint":[`En rapport öppnas i ett eget fönster, färdig att skriva ut.`,`En rapport åpnes i et eget vindu, klar til utskrift.`,`A report opens in a window of its own, ready to print.`],"reports.network":[`Nätverk`,`Nettverk`,`Network`],"reports.all":[`Alla nätverk`,`Alle nettverk`,`All networks`],"money.awards.one":[`i {n} beslut om stöd`,`i {n} tilsagn`,`in {n} award`],"money.awards.other":[`i {n} beslut om stöd`,`i {n} tilsagn`,`in {n} awards`],"money.awarded":[`Beviljat`,`Bevilget`,`Granted`],"money.paid":[`Utbetalt {paid}, återstår {left}`,`Utbetalt {paid}, gjenstår {left}`,`Paid {paid}, remaining {left}`],"money.falls":[`Vad faller`,`Hva faller`,`What falls`],"money.fallsNone":[`Ingen ansökan väntar på beslut`,`Ingen søknad venter på vedtak`,`No application waits for a decision`],"money.if":[`Om ansökan {name} till {to} avslås`,`Hvis søknaden {name} til {to} avslås`,`If the application {name} to {to} is turned down`],"room.picture":[`Nätverksbild`,`Nettverksbilde`,`Picture`],"room.map":[`Karta`,`Kart`,`Map`],"picture.label":[`Bild av nätverket med {ties}: Norge till vänster, Sverige till höger. Tabellen under bilden säger detsamma.`,`Bilde av nettverket med {ties}: Norge til venstre, Sverige til høyre. Tabellen under bildet sier det samme.`,`Picture of the network with {ties}: Norway left, Sweden right. The table below the picture tells the same.`],"picture.organisations.one":[`{n} organisation`,`{n} organisasjon`,`{n} organisation`],"picture.organisations.other":[`{n} organisationer`,`{n} organisasjoner`,`{n} organisations`],"picture.ties.one":[`{n} band`,`{n} bånd`,`{n} tie`],"picture.ties.other":[`{n} band`,`{n} bånd`,`{n} ties`],"picture.across.one":[`{n} över gränsen`,`{n} over grensen`,`{n} across the border`],"picture.across.other":[`{n} över gränsen`,`{n} over grensen`,`{n} across the border`],"picture.ei":[`E-I-index {ei}; slumpen skulle ge {chance}.`,`E-I-indeks {ei}; tilfeldighetene ville gitt {chance}.`,`E-I index {ei}; chance would give {chance}.`],"picture.find":[`Visa i bilden`,`Vis i bildet`,`Show in the picture`],"picture.members":[`Även medlemskap i samma nätverk`,`Også medlemskap i samme nettverk`,`Membership of one network too`],"picture.none":[`Ingen har band den dagen`,`Ingen har bånd den dagen`,`Nobody has ties on that day`],"picture.closer":[`Närmare`,`Nærmere`,`Closer`],"picture.farther":[`Längre bort`,`Lenger unna`,`Farther`],"picture.whole":[`Hela bilden`,`Hele bildet`,`Whole picture`],"picture.brokers":[`De som binder samman`,`De som binder sammen`,`Who hold it together`],"picture.missing":[`Band som saknas över gränsen`,`Bånd som mangler over grensen`,`Ties that are missing across the border`],"picture.table":[`Samma som tabell`,`Det samme som tabell`,`The same as a table`],"picture.organisation":[`Organisation`,`Organisasjon`,`Organisation`],"picture.tieCount":[`Band`,`Bånd`,`Ties`],"picture.acrossCount":[`Över gränsen`,`Over grensen`,`Across the border`],"map.hint":[`Varje län och fylke har en ruta ungefär där det ligger. Stor siffra: organisationer. Under den: behov ⇄ erbjudanden.`,`Hvert fylke og län har en rute omtrent der det ligger. Stort tall: organisasjoner. Under det: behov ⇄ tilbud.`,`Each county has a tile about where it lies. Large figure: organisations. Below it: needs ⇄ offers.`],"map.label":[`Län och fylken med antal organisationer. Tabellen under kartan säger detsamma.`,`Fylker og län med antall organisasjoner. Tabellen under kartet sier det samme.`,`Counties with their number of organisations. The table below the map tells the same.`],"map.county":[`Län eller fylke`,`Fylke eller län`,`County`],"map.organisations":[`Organisationer`,`Organisasjoner`,`Organisations`],"room.import":[`Läs in`,`Les inn`,`Import`],"import.hint":[`Välj en medlemslista (.xlsx eller .csv). Du ser först vad varje rad blir; inget ändras förrän du läser in.`,`Velg en medlemsliste (.xlsx eller .csv). Du ser først hva hver rad blir; ingenting endres før du leser inn.`,`Choose a member list (.xlsx or .csv). You first see what becomes of each row; nothing changes until you import.`],"import.network":[`Vilket nätverks medlemmar?`,`Hvilket nettverks medlemmer?`,`Whose members?`],"import.file":[`Fil`,`Fil`,`File`],"import.look":[`Se vad som ändras`,`Se hva som endres`,`See what will change`],"import.apply":[`Läs in det som kan tas`,`Les inn det som kan tas`,`Import what can be taken`],"import.done":[`Listan är inläst.`,`Listen er lest inn.`,`The list is imported.`],"import.unread":[`Kolumner som inte läses`,`Kolonner som ikke leses`,`Columns that are not read`],"import.row":[`Rad {n}`,`Rad {n}`,`Row {n}`],"import.may":[`Kan vara`,`Kan være`,`May be`],"import.held":[`{field}: listan säger {told}, registret {held}`,`{field}: listen sier {told}, registeret {held}`,`{field}: the list says {told}, the register {held}`],"import.told":[`{field}: {told}`,`{field}: {told}`,`{field}: {told}`]},Ja=()=>$i.indexOf(X.language);function $(e,t={}){return qa[e][Ja()].replace(/\{(\w+)\}/g,(e,n)=>String(t[n]))}function Ya(e,t){return $(`${e}.${new Intl.PluralRules(X.language).select(t)===`one`?`one`:`other`}`,{n:to(t)})}var Xa=new Map,Za=new class{#e=A({});async load(e){Xa.has(e)||Xa.set(e,da(Ka,{language:e.toUpperCase()}));let{vocabulary:t,labels:n,typeLabels:r}=await Xa.get(e),i=new Map;for(let{name:e,values:n}of t??[])for(let t of n)i.set(`${e}.${t.name}`,t.label);for(let{name:e,label:t}of n??[])i.set(`field ${e}`,t);for(let{name:e,label:t}of r??[])i.set(`type ${e}`,t);j(this.#e,{...K(this.#e),[e]:i})}of(e){return K(this.#e)[X.language]?.get(e)??``}},Qa=(e,t)=>t?Za.of(`${e}.${t}`):``,$a=e=>Za.of(`field ${e}`),eo=e=>Za.of(`type ${e}`),to=e=>e.toLocaleString(X.language),no=e=>e.toLocaleString(X.language,{style:`percent`}),ro=e=>e?new Date(e.length===10?e+`T12:00`:e).toLocaleDateString(X.language,{dateStyle:`medium`}):``,io=e=>Number(e.amount).toLocaleString(X.language,{style:`currency`,currency:e.currency,minimumFractionDigits:Number(e.amount)%1?2:0}),ao=e=>e.charAt(0).toLocaleUpperCase()+e.slice(1),oo=q(`<a> </a>`),so=q(`<button type="button"> </button>`),co=q(`<header class="bar"><a class="skip" href="#content"> </a> <a class="name"><svg viewBox="0 0 40 16" width="40" height="16" aria-hidden="true"><path class="tie" d="M9 8h22"></path><circle class="no" cx="8" cy="8" r="6"></circle><path class="se" d="M26 2h12v12H26z"></path></svg> Partnernet</a> <form role="search"><input type="search" aria-keyshortcuts="/"/></form> <nav></nav> <div class="settings"><label> <input type="date"/></label> <div role="group"></div> <a href="/graphiql/"> </a></div></header>`);function lo(e,t){Ye(t,!0);let n={sv:`Svenska`,nb:`Norsk`,en:`English`},r=A(M(X.query.get(`text`)??``)),i;function a(e){e.preventDefault(),K(r).trim()&&X.go(X.address(`/search`,{text:K(r).trim()}))}function o(e){let t=e.target;e.key!==`/`||e.ctrlKey||e.metaKey||t.closest(`input, textarea, select`)||(e.preventDefault(),i.focus(),i.select())}var s=co();xr(`keydown`,rn,o);var c=un(s),l=F(c,!0),u=I(c,2),d=I(u,2),f=un(d);ki(f),Ki(f,e=>i=e,()=>i),E(d);var p=I(d,2);Zr(p,21,()=>la,e=>e.path,(e,t)=>{var n=oo(),r=F(n,!0);kn((e,i)=>{Mi(n,`href`,e),Mi(n,`aria-current`,X.path===K(t).path?`page`:void 0),Y(r,i)},[()=>X.address(K(t).path),()=>$(K(t).name)]),J(e,n)}),E(p);var m=I(p,2),h=un(m),g=un(h),_=I(g);ki(_),E(h);var v=I(h,2);Zr(v,20,()=>$i,e=>e,(e,t)=>{var r=so(),i=F(r,!0);kn(()=>{Mi(r,`lang`,t),Mi(r,`aria-pressed`,X.language===t),Y(i,n[t])}),Sr(`click`,r,()=>X.show({lang:t})),J(e,r)}),E(v);var y=F(I(v,2),!0);E(m),E(s),kn((e,t,n,r,i,a,o,s)=>{Y(l,e),Mi(u,`href`,t),Mi(f,`aria-label`,n),Mi(f,`placeholder`,r),Mi(p,`aria-label`,i),Y(g,`${a??``} `),Ai(_,X.day??``),Mi(v,`aria-label`,o),Y(y,s)},[()=>$(`bar.skip`),()=>X.address(`/`),()=>$(`search.label`),()=>$(`search.hint`),()=>$(`bar.rooms`),()=>$(`bar.day`),()=>$(`bar.language`),()=>$(`bar.graphiql`)]),xr(`submit`,d,a),Ii(f,()=>K(r),e=>j(r,e)),Sr(`change`,_,e=>X.show({day:e.currentTarget.value})),J(e,s),Xe()}Cr([`change`,`click`]);var uo=q(`<div class="problem" role="alert"><p><strong> </strong> </p> <button type="button"> </button></div>`),fo=q(`<p class="waiting next" role="status"> </p>`),po=q(`<!> <!>`,1),mo=q(`<p class="waiting" role="status"> </p>`);function ho(e,t){Ye(t,!0);let n=A(void 0),r=A(void 0),i=A(!0);Sn(()=>{let e=!0;return j(i,!0),t.to.then(t=>e&&(j(n,{answer:t}),j(r,void 0),j(i,!1)),t=>e&&(j(r,t),j(i,!1))),()=>e=!1});var a=Pr(),o=dn(a),s=e=>{var t=uo(),n=un(t),i=un(n),a=F(i,!0),o=I(i);E(n);var s=I(n,2),c=F(s,!0);E(t),kn((e,t,n)=>{Y(a,e),Y(o,` ${t??``}`),Y(c,n)},[()=>$(`answer.failed`),()=>K(r)instanceof ua?K(r).message:$(`answer.unreachable`),()=>$(`answer.again`)]),Sr(`click`,s,()=>location.reload()),J(e,t)},c=e=>{var r=po(),a=dn(r);ri(a,()=>t.children,()=>K(n).answer);var o=I(a,2),s=e=>{var t=fo(),n=F(t,!0);kn(e=>Y(n,e),[()=>$(`answer.waiting`)]),J(e,t)};Wr(o,e=>{K(i)&&e(s)}),J(e,r)},l=e=>{var t=mo(),n=F(t,!0);kn(e=>Y(n,e),[()=>$(`answer.waiting`)]),J(e,t)};Wr(o,e=>{K(r)?e(s):K(n)?e(c,1):e(l,-1)}),J(e,a),Xe()}Cr([`click`]),qe();var go=new class{#e=A(M(sessionStorage.getItem(`ground`)??``));#t=A(M(sessionStorage.getItem(`ground id`)??``));get title(){return K(this.#e)}set title(e){j(this.#e,e,!0),this.#n(``)}get given(){return K(this.#e).trim()!==``}source(){return K(this.#t)?{id:K(this.#t)}:{document:{title:K(this.#e).trim()}}}rests(e){this.#n(e?.changes[0]?.source?.id??K(this.#t))}forget(){this.#n(``)}#n(e){j(this.#t,e,!0),sessionStorage.setItem(`ground`,K(this.#e)),sessionStorage.setItem(`ground id`,e)}},_o=new class{#e=A(``);get text(){return K(this.#e)}set text(e){j(this.#e,e,!0)}#t=A(``);get problem(){return K(this.#t)}set problem(e){j(this.#t,e,!0)}#n=A(0);get times(){return K(this.#n)}set times(e){j(this.#n,e,!0)}#r=[];async carryOut(e,...t){this.problem=``;let n=[];try{for(let e of t){let t=await e();go.rests(t),t?.command&&n.unshift(t.command)}}finally{n.length&&(this.#r=n,this.text=e,this.times++)}}async tell(e,...t){await this.carryOut(e,...t).catch(e=>{this.text=``,this.problem=e.message})}async undo(e=this.#r){try{for(let t of e)await da(Ra,{command:t,source:{document:{title:$(`undo.ground`)}}});this.text=``}catch(e){this.text=``,this.problem=e.message}go.forget(),this.times++}dismiss(){this.text=this.problem=``}},vo=q(`<span class="alarm"> </span> <button type="button" class="quiet"> </button>`,1),yo=q(`<span> </span> <button type="button"> </button> <button type="button" class="quiet"> </button>`,1),bo=q(`<div class="done" role="status"><!></div>`);function xo(e,t){Ye(t,!1),qi();var n=bo(),r=un(n),i=e=>{var t=vo(),n=dn(t),r=F(n,!0),i=I(n,2),a=F(i,!0);kn(e=>{Y(r,_o.problem),Y(a,e)},[()=>$(`undo.dismiss`)]),Sr(`click`,i,()=>_o.dismiss()),J(e,t)},a=e=>{var t=yo(),n=dn(t),r=F(n,!0),i=I(n,2),a=F(i,!0),o=I(i,2),s=F(o,!0);kn((e,t)=>{Y(r,_o.text),Y(a,e),Y(s,t)},[()=>$(`undo`),()=>$(`undo.dismiss`)]),Sr(`click`,i,()=>_o.undo()),Sr(`click`,o,()=>_o.dismiss()),J(e,t)};Wr(r,e=>{_o.problem?e(i):_o.text&&e(a,1)}),E(n),J(e,n),Xe()}Cr([`click`]);var So=q(`<!> <main id="content"><!></main> <!>`,1);function Co(e,t){Ye(t,!0);let n=async e=>{let{load:t,id:n}=ca(e),{default:r}=await t();return{path:e,id:n,Room:r}},r=vt(()=>n(X.path));Sn(()=>{document.documentElement.lang=X.language,Za.load(X.language).catch(()=>{})});var i=So(),a=dn(i);lo(a,{});var o=I(a,2);ho(un(o),{get to(){return K(r)},children:(e,t)=>{let n=()=>(t?.()).path,r=()=>(t?.()).id,i=()=>(t?.()).Room;var a=Pr();Kr(dn(a),n,e=>{var t=Pr();ii(dn(t),i,(e,t)=>{t(e,{get id(){return r()}})}),J(e,t)}),J(e,a)},$$slots:{default:!0}}),E(o),xo(I(o,2),{}),J(e,i),Xe()}var wo=document.getElementById(`page`);wo.replaceChildren(),zr(Co,{target:wo});export{Ri as $,ja as A,dn as At,Ha as B,Ye as Bt,wa as C,xr as Ct,Oa as D,Sn as Dt,Da as E,kn as Et,Ia as F,A as Ft,fa as G,Wa as H,E as Ht,La as I,yt as It,Yi as J,X as K,za as L,vt as Lt,Na as M,I as Mt,Pa as N,M as Nt,ka as O,rn as Ot,Fa as P,j as Pt,Hi as Q,Ba as R,ot as Rt,Ca as S,Sr as St,Ea as T,An as Tt,Ga as U,d as Ut,Ua as V,ke as Vt,da as W,h as Wt,Ki as X,qi as Y,Wi as Z,va as _,Pr as _t,Ya as a,xi as at,xa as b,Nr as bt,io as c,li as ct,$ as d,ri as dt,Ii as et,eo as f,Zr as ft,_a as g,J as gt,ga as h,Y as ht,ao as i,Si as it,Ma as j,F as jt,Aa as k,un as kt,to as l,oi as lt,ha as m,Wr as mt,go as n,Mi as nt,ro as o,_i as ot,Qa as p,qr as pt,Qi as q,ho as r,ji as rt,$a as s,hi as st,_o as t,ki as tt,no as u,ai as ut,ya as v,q as vt,Ta as w,K as wt,Sa as x,Cr as xt,ba as y,Mr as yt,Va as z,Xe as zt};