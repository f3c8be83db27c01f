const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Today-mw084Z4Z.js","assets/Panel-BTfdhC2k.js","assets/Named-CECI28W-.js","assets/Heading-CtPR8aj3.js","assets/Search-Ddbgku3p.js","assets/Organisation-D1ToWnfb.js","assets/Sources-Le919tz3.js","assets/Networks-DCPCagDr.js","assets/Network-D1GiynEB.js","assets/Missing-cVf2yEiT.js"])))=>i.map(i=>d[i]);
var e=Array.isArray,t=Array.prototype.indexOf,n=Array.prototype.includes,r=Array.from,i=Object.defineProperty,a=Object.getOwnPropertyDescriptor,o=Object.getOwnPropertyDescriptors,s=Object.prototype,c=Array.prototype,l=Object.getPrototypeOf,u=Object.isExtensible,d=()=>{};function f(e){return typeof e?.then==`function`}function p(e){return e()}function m(e){for(var t=0;t<e.length;t++)e[t]()}function h(){var e,t;return{promise:new Promise((n,r)=>{e=n,t=r}),resolve:e,reject:t}}function g(e,t){if(Array.isArray(e))return e;if(t===void 0||!(Symbol.iterator in e))return Array.from(e);let n=[];for(let r of e)if(n.push(r),n.length===t)break;return n}var _=1<<24,v=1024,y=2048,b=4096,x=8192,S=16384,ee=32768,te=1<<25,ne=65536,re=1<<18,ie=1<<19,ae=1<<20,oe=1<<25,se=1<<21,ce=1<<22,le=1<<23,ue=Symbol(`$state`),de=Symbol(`component`),fe=Symbol(`legacy props`),pe=Symbol(``),me=Symbol(`attributes`),he=Symbol(`class`),ge=Symbol(`style`),_e=Symbol(`text`),ve=Symbol(`form reset`),ye=new class extends Error{name=`StaleReactionError`;message="The reaction that called `getAbortSignal()` was re-run or destroyed"},be=!!globalThis.document?.contentType&&globalThis.document.contentType.includes(`xml`),xe={},C=Symbol(`uninitialized`),Se=`http://www.w3.org/1999/xhtml`;function Ce(){console.warn(`https://svelte.dev/e/derived_inert`)}function we(e){console.warn(`https://svelte.dev/e/hydration_mismatch`)}function Te(){console.warn(`https://svelte.dev/e/svelte_boundary_reset_noop`)}var w=!1;function T(e){w=e}var E;function D(e){if(e===null)throw we(),xe;return E=e}function Ee(){return D(nn(E))}function O(e){if(w){if(nn(E)!==null)throw we(),xe;E=e}}function De(e=1){if(w){for(var t=e,n=E;t--;)n=nn(n);E=n}}function Oe(e=!0){for(var t=0,n=E;;){if(n.nodeType===8){var r=n.data;if(r===`]`){if(t===0)return n;--t}else(r===`[`||r===`[!`||r[0]===`[`&&!isNaN(Number(r.slice(1))))&&(t+=1)}var i=nn(n);e&&n.remove(),n=i}}function ke(e){if(!e||e.nodeType!==8)throw we(),xe;return e.data}function Ae(e){return e===this.v}function je(e,t){return e==e?e!==t||typeof e==`object`&&!!e||typeof e==`function`:t==t}function Me(e){return!je(e,this.v)}function Ne(){throw Error(`https://svelte.dev/e/async_derived_orphan`)}function Pe(e,t,n){throw Error(`https://svelte.dev/e/each_key_duplicate`)}function Fe(e){throw Error(`https://svelte.dev/e/effect_in_teardown`)}function Ie(){throw Error(`https://svelte.dev/e/effect_in_unowned_derived`)}function Le(e){throw Error(`https://svelte.dev/e/effect_orphan`)}function Re(){throw Error(`https://svelte.dev/e/effect_update_depth_exceeded`)}function ze(e){throw Error(`https://svelte.dev/e/props_invalid_value`)}function Be(){throw Error(`https://svelte.dev/e/state_descriptors_fixed`)}function Ve(){throw Error(`https://svelte.dev/e/state_prototype_fixed`)}function He(){throw Error(`https://svelte.dev/e/state_unsafe_mutation`)}function Ue(){throw Error(`https://svelte.dev/e/svelte_boundary_reset_onerror`)}var We=!1;function Ge(){We=!0}var k=null;function Ke(e){k=e}function qe(e,t=!1,n){k={p:k,i:!1,c:null,e:null,s:e,x:null,r:W,l:We&&!t?{s:null,u:null,$:[]}:null}}function Je(e){var t=k,n=t.e;if(n!==null){t.e=null;for(var r of n)yn(r)}return e!==void 0&&(t.x=e),t.i=!0,k=t.p,Ye(e)}function Ye(e={}){return i(e,de,{value:!0}),e}function Xe(){return!We||k!==null&&k.l===null}var Ze=[];function Qe(){var e=Ze;Ze=[],m(e)}function A(e){if(Ze.length===0&&!wt){var t=Ze;queueMicrotask(()=>{t===Ze&&Qe()})}Ze.push(e)}function $e(){for(;Ze.length>0;)Qe()}var et=~(y|b|v);function j(e,t){e.f=e.f&et|t}function tt(e){e.f&512||e.deps===null?j(e,v):j(e,b)}function nt(e,t){e.f&2048?t.set(e,y):e.f&4096&&t.get(e)!==2048&&t.set(e,b),j(e,v)}var rt=!1;function it(){rt||(rt=!0,document.addEventListener(`reset`,e=>{Promise.resolve().then(()=>{if(!e.defaultPrevented)for(let t of e.target.elements)t[ve]?.()})},{capture:!0}))}function at(e){var t=V,n=W;U(null),Hn(null);try{return e()}finally{U(t),Hn(n)}}function ot(e,t,n,r=n){e.addEventListener(t,()=>at(n));let i=e[ve];e[ve]=i?()=>{i(),r(!0)}:()=>r(!0),it()}function st(e,t,n,r){let i=Xe()?dt:ht;var a=e.filter(e=>!e.settled),o=t.map(i);if(n.length===0&&a.length===0){r(o);return}var s=W,c=ct(),l=a.length===1?a[0].promise:a.length>1?Promise.all(a.map(e=>e.promise)):null;function u(e){if(!(s.f&16384)){c();try{r([...o,...e])}catch(e){pn(e,s)}lt()}}var d=ut();if(n.length===0){l.then(()=>u([])).finally(d);return}function f(){Promise.all(n.map(e=>pt(e))).then(u).catch(e=>pn(e,s)).finally(d)}l?l.then(()=>{s.f&16384?d():(c(),f(),lt())}):f()}function ct(){var e=W,t=V,n=k,r=M;return function(i=!0){Hn(e),U(t),Ke(n),i&&!(e.f&16384)&&(r?.activate(),r?.apply())}}function lt(e=!0){Hn(null),U(null),Ke(null),e&&M?.deactivate()}function ut(){var e=W,t=e.b,n=M,r=!!t?.is_rendered();return t?.update_pending_count(1,n),n.increment(r,e),()=>{t?.update_pending_count(-1,n),n.decrement(r,e)}}function dt(e){var t=2|y;return W!==null&&(W.f|=ie),{ctx:k,deps:null,effects:null,equals:Ae,f:t,fn:e,reactions:null,rv:0,v:C,wv:0,parent:W,ac:null}}var ft=Symbol(`obsolete`);function pt(e,t,n){let r=W;r===null&&Ne();var i=void 0,a=Vt(C),o=!V,s=new Set;return Cn(()=>{var t=W,n=h();i=n.promise;try{Promise.resolve(e()).then(n.resolve,e=>{e!==ye&&n.reject(e)}).finally(lt)}catch(e){n.reject(e),lt()}var c=M;if(o){if(t.f&32768)var l=ut();if(r.b?.is_rendered())c.async_deriveds.get(t)?.reject(ft);else for(let e of s.values())e.reject(ft);s.add(n),c.async_deriveds.set(t,n)}let u=(e,t=void 0)=>{l?.(),s.delete(n),t!==ft&&(c.activate(),t?(a.f|=le,Gt(a,t)):(a.f&8388608&&(a.f^=le),Gt(a,e)),c.deactivate())};n.promise.then(u,e=>u(null,e||`unknown`))}),_n(()=>{for(let e of s)e.reject(ft)}),new Promise(e=>{function t(n){function r(){n===i?e(a):t(i)}n.then(r,r)}t(i)})}function mt(e){let t=dt(e);return Wn(t),t}function ht(e){let t=dt(e);return t.equals=Me,t}function gt(e){var t=e.effects;if(t!==null){e.effects=null;for(var n=0;n<t.length;n+=1)B(t[n])}}function _t(e){var t,n=W,r=e.parent;if(!Bn&&r!==null&&e.v!==C&&r.f&24576)return Ce(),e.v;Hn(r);try{gt(e),t=$n(e)}finally{Hn(n)}return t}function vt(e){var t=_t(e);!e.equals(t)&&(e.wv=Xn(),(!M?.is_fork||e.deps===null)&&(M===null?e.v=t:(M.capture(e,t,!0),St?.capture(e,t,!0)),e.deps===null))?j(e,v):Bn||(N===null?tt(e):(gn()||M?.is_fork)&&N.set(e,t))}function yt(e){if(e.effects!==null)for(let t of e.effects)(t.teardown||t.ac)&&(t.teardown?.(),t.ac!==null&&at(()=>{t.ac.abort(ye),t.ac=null}),t.fn!==null&&(t.teardown=d),nr(t,0),An(t))}function bt(e){if(e.effects!==null)for(let t of e.effects)t.teardown&&t.fn!==null&&rr(t)}var xt=null,M=null,St=null,N=null,Ct=null,wt=!1,Tt=!1,Et=null,Dt=null,Ot=0,kt=1,At=class e{id=kt++;started=!1;linked=!0;prev=null;next=null;async_deriveds=new Map;current=new Map;previous=new Map;#e=new Set;#t=new Set;#n=0;#r=new Map;#i=null;#a=[];#o=[];#s=new Map;#c=new Map;#l=new Set;is_fork=!1;#u=!1;constructor(){xt===null?xt=this:(xt.next=this,this.prev=xt),xt=this}#d(){if(this.is_fork)return!0;for(let e of this.#r.keys())if(!this.#f(e))return!0;return!1}#f(e){for(var t=e;t!==null;t=t.parent)if(this.#c.has(t))return!0;return!1}skip_effect(e){this.#c.has(e)||this.#c.set(e,{d:[],m:[]}),this.#l.delete(e)}unskip_effect(e,t=e=>this.schedule(e)){var n=this.#c.get(e);if(n){this.#c.delete(e);for(var r of n.d)j(r,y),t(r);for(r of n.m)j(r,b),t(r)}this.#l.add(e)}#p(){var e=[];for(let i of this.#a)if(!(i.f&16384||!(i.f&6144))){for(var t=i,n=!1;t.parent!==null;){t=t.parent;var r=t.f;if(r&96){if(!(r&1024)){n=!0;break}t.f^=v}}n||e.push(t)}return this.#a=[],e}#m(){this.started=!0;for(let[e,t]of this.#s)j(e,t),this.schedule(e);this.apply();for(var t=Et=[],n=[],r=Dt=[];this.#a.length>0;){Ot++>1e3&&(this.#b(),Mt());for(let e of this.#p())try{this.#h(e,t,n)}catch(t){throw Lt(e),this.#d()||this.discard(),t}}if(M=null,r.length>0){var i=e.ensure();for(let e of r)i.schedule(e)}if(Et=null,Dt=null,this.#d()){this.#y(n),this.#y(t);for(let[e,t]of this.#c)It(e,t);r.length>0&&M.#m();return}let a=this.#g();if(a)this.#y(n),this.#y(t),a.#v(this);else{this.#s.clear();for(let e of this.#e)e(this);this.#e.clear(),St=this,Pt(n),Pt(t),St=null,this.#i?.resolve();var o=M;this.#n===0&&(this.#a.length===0||o!==null)&&this.#b(),o!==null&&(zt.clear(),o.#m())}}#h(e,t,n){e.f^=v;for(var r=e.first;r!==null;){var i=r.f,a=!!(i&96);if(!(a&&i&1024||i&8192||this.#c.has(r))&&r.fn!==null){a?r.f^=v:i&4?t.push(r):Zn(r)&&(i&16&&this.add_dirty_reaction(r,b),rr(r));var o=r.first;if(o!==null){r=o;continue}}for(;r!==null;){var s=r.next;if(s!==null){r=s;break}r=r.parent}}}#g(){for(var e=this.prev;e!==null;e=e.prev)if(!e.is_fork&&this.#_(e))return e;return null}#_(e){for(let[t,[,n]]of this.current)if(!n&&e.current.has(t))return!0;return!1}#v(e){for(let[t,n]of e.current)!this.previous.has(t)&&e.previous.has(t)&&this.previous.set(t,e.previous.get(t)),this.current.set(t,n);for(let[t,n]of e.async_deriveds){let e=this.async_deriveds.get(t);e&&n.promise.then(e.resolve).catch(e.reject)}e.async_deriveds.clear(),this.transfer_reactions(e.#s);let t=e=>{var n=e.reactions;if(n!==null&&!(e.f&2&&!(e.f&6144)))for(let e of n){var r=e.f;if(r&2)t(e);else{var i=e;r&4194320&&!this.async_deriveds.has(i)&&(this.#s.delete(i),j(i,y),this.schedule(i))}}};for(let e of this.current.keys())t(e);this.oncommit(()=>e.discard()),e.#b(),M=this,this.#m()}#y(e){for(var t=0;t<e.length;t+=1)nt(e[t],this.#s)}capture(e,t,n=!1){e.v!==C&&!this.previous.has(e)&&this.previous.set(e,e.v),e.f&8388608||(this.current.set(e,[t,n]),N?.set(e,t)),this.is_fork||(e.v=t)}activate(){M=this}deactivate(){M=null,N=null}flush(){try{Tt=!0,M=this,this.#m()}finally{Ot=0,Ct=null,Et=null,Dt=null,Tt=!1,M=null,N=null,zt.clear()}}discard(){for(let e of this.#t)e(this);this.#t.clear();for(let e of this.async_deriveds.values())e.reject(ft);this.#b(),this.#i?.resolve()}register_created_effect(e){this.#o.push(e)}increment(e,t){if(this.#n+=1,e){let e=this.#r.get(t)??0;this.#r.set(t,e+1)}}decrement(e,t){if(--this.#n,e){let e=this.#r.get(t)??0;e===1?this.#r.delete(t):this.#r.set(t,e-1)}this.#u||(this.#u=!0,A(()=>{this.#u=!1,this.linked&&this.flush()}))}transfer_reactions(e){for(let[t,n]of e)this.add_dirty_reaction(t,n);e.clear()}add_dirty_reaction(e,t){(t===2048||this.#s.get(e)!==2048)&&this.#s.set(e,t)}oncommit(e){this.#e.add(e)}ondiscard(e){this.#t.add(e)}settled(){return(this.#i??=h()).promise}static ensure(){if(M===null){let t=M=new e;!Tt&&!wt&&A(()=>{t.started||t.flush()})}return M}apply(){N=null}schedule(e){Ct=e,e.b?.is_pending&&e.f&16777228&&!(e.f&32768)?e.b.defer_effect(e):this.#a.push(e)}#b(){if(this.linked){var e=this.prev,t=this.next;e===null||(e.next=t),t===null?xt=e:t.prev=e,this.linked=!1}}};function jt(e){var t=wt,n=St;St=null,wt=!0;try{var r;for(e&&(jt(),r=e());;){if($e(),M===null)return r;M.flush()}}finally{wt=t,St=n}}function Mt(){try{Re()}catch(e){pn(e,Ct)}}var Nt=null;function Pt(e){var t=e.length;if(t!==0){for(var n=0;n<t;){var r=e[n++];if(!(r.f&24576)&&Zn(r)&&(Nt=new Set,rr(r),r.deps===null&&r.first===null&&r.nodes===null&&r.teardown===null&&r.ac===null&&Nn(r),Nt?.size>0)){zt.clear();for(let e of Nt){if(e.f&24576)continue;let t=[e],n=e.parent;for(;n!==null;)Nt.has(n)&&(Nt.delete(n),t.push(n)),n=n.parent;for(let e=t.length-1;e>=0;e--){let n=t[e];n.f&24576||rr(n)}}Nt.clear()}}Nt=null}}function Ft(e){M.schedule(e)}function It(e,t){if(!(e.f&32&&e.f&1024)){e.f&2048?t.d.push(e):e.f&4096&&t.m.push(e),j(e,v);for(var n=e.first;n!==null;)It(n,t),n=n.next}}function Lt(e){j(e,v);for(var t=e.first;t!==null;)Lt(t),t=t.next}var Rt=new Set,zt=new Map,Bt=!1;function Vt(e,t){return{f:0,v:e,reactions:null,equals:Ae,rv:0,wv:0}}function P(e,t){let n=Vt(e,t);return Wn(n),n}function Ht(e,t=!1,n=!0){let r=Vt(e);return t||(r.equals=Me),We&&n&&k!==null&&k.l!==null&&(k.l.s??=[]).push(r),r}function F(e,t,n=!1){return V!==null&&(!H||V.f&131072)&&Xe()&&V.f&4325394&&(Un===null||!Un.has(e))&&He(),Gt(e,n?Yt(t):t,Dt)}var Ut=null,Wt=0;function Gt(e,t,n=null){if(!e.equals(t)){Bn?zt.set(e,t):zt.has(e)||zt.set(e,e.v);var r=At.ensure();if(r.capture(e,t),e.f&2){let t=e;e.f&2048&&_t(t),N===null&&tt(t)}e.wv=Xn(),Ut=null,Wt=0,Jt(e,y,n),Ut=null,Xe()&&W!==null&&W.f&1024&&!(W.f&96)&&(q===null?Gn([e]):q.push(e)),!r.is_fork&&Rt.size>0&&!Bt&&Kt()}return t}function Kt(){Bt=!1;for(let e of Rt){e.f&1024&&j(e,b);let t;try{t=Zn(e)}catch{t=!0}t&&rr(e)}Rt.clear()}function qt(e){F(e,e.v+1)}function Jt(e,t,n){var r=e.reactions;if(r!==null){var i=Xe(),a=r.length;if(Wt+=a,Wt>1e5&&Ut===null&&(Ut=new Set),Ut!==null){if(Ut.has(e))return;Ut.add(e)}for(var o=0;o<a;o++){var s=r[o],c=s.f;if(i||s!==W){var l=(c&y)===0;if(l&&j(s,t),c&131072)Rt.add(s);else if(c&2){var u=s;N?.delete(u),Jt(u,b,n)}else if(l){var d=s;c&16&&Nt!==null&&Nt.add(d),n===null?Ft(d):n.push(d)}}}}}function Yt(t){if(typeof t!=`object`||!t||ue in t||de in t)return t;let n=l(t);if(n!==s&&n!==c)return t;var r=new Map,i=e(t),o=P(0),u=null,d=Jn,f=e=>{if(Jn===d)return e();var t=V,n=Jn;U(null),Yn(d);var r=e();return U(t),Yn(n),r};return i&&r.set(`length`,P(t.length,u)),new Proxy(t,{defineProperty(e,t,n){`value`in n&&n.configurable!==!1&&n.enumerable!==!1&&n.writable!==!1||Be();var i=r.get(t);return i===void 0?f(()=>{var e=P(n.value,u);return r.set(t,e),e}):F(i,n.value,!0),!0},deleteProperty(e,t){var n=r.get(t);if(n===void 0){if(t in e){let e=f(()=>P(C,u));r.set(t,e),qt(o)}}else F(n,C),qt(o);return!0},get(e,n,i){if(n===ue)return t;var o=r.get(n),s=n in e;if(o===void 0&&(!s||a(e,n)?.writable)&&(o=f(()=>P(Yt(s?e[n]:C),u)),r.set(n,o)),o!==void 0){var c=J(o);return c===C?void 0:c}return Reflect.get(e,n,i)},getOwnPropertyDescriptor(e,t){this.has?.(e,t);var n=Reflect.getOwnPropertyDescriptor(e,t),i=r.get(t);if(i!==void 0){var a=J(i);if(a===C)return;if(n&&`value`in n)n.value=a;else return{enumerable:!0,configurable:!0,value:a,writable:!0}}return n},has(e,t){if(t===ue)return!0;var n=r.get(t),i=n!==void 0&&n.v!==C||Reflect.has(e,t);return(n!==void 0||(W!==null||V!==null)&&(!i||a(e,t)?.writable))&&(n===void 0&&(n=f(()=>P(i?Yt(e[t]):C,u)),r.set(t,n)),J(n)===C)?!1:i},set(e,t,n,s){var c=r.get(t),l=t in e;if(i&&t===`length`)for(var d=n;d<c.v;d+=1){var p=r.get(d+``);p===void 0?d in e&&(p=f(()=>P(C,u)),r.set(d+``,p)):F(p,C)}if(c===void 0)(!l||a(e,t)?.writable)&&(c=f(()=>P(void 0,u)),F(c,Yt(n)),r.set(t,c));else{l=c.v!==C;var m=f(()=>Yt(n));F(c,m)}var h=Reflect.getOwnPropertyDescriptor(e,t);if(h?.set&&h.set.call(s,n),!l){if(i&&typeof t==`string`){var g=r.get(`length`),_=Number(t);Number.isInteger(_)&&_>=g.v&&F(g,_+1)}qt(o)}return!0},ownKeys(e){J(o);var t=Reflect.ownKeys(e).filter(e=>{var t=r.get(e);return t===void 0||t.v!==C});for(var[n,i]of r)i.v!==C&&!(n in e)&&t.push(n);return t},setPrototypeOf(){Ve()}})}var Xt,Zt,Qt,$t,en;function tn(){if(Xt===void 0){Xt=window,Zt=document,Qt=/Firefox/.test(navigator.userAgent);var e=Element.prototype,t=Node.prototype,n=Text.prototype;$t=a(t,`firstChild`).get,en=a(t,`nextSibling`).get,u(e)&&(e[he]=void 0,e[me]=null,e[ge]=void 0,e.__e=void 0),u(n)&&(n[_e]=void 0)}}function I(e=``){return document.createTextNode(e)}function L(e){return $t.call(e)}function nn(e){return en.call(e)}function rn(e,t){if(!w)return L(e);var n=L(E);if(n===null)n=E.appendChild(I());else if(t&&n.nodeType!==3){var r=I();return n?.before(r),D(r),r}return t&&dn(n),D(n),n}function an(e,t=!1){if(!w){var n=L(e);return n instanceof Comment&&n.data===``?nn(n):n}if(t){if(E?.nodeType!==3){var r=I();return E?.before(r),D(r),r}dn(E)}return E}function on(e,t=!1){if(!w)return L(e);var n=rn(e,t);return O(e),n}function sn(e,t=1,n=!1){let r=w?E:e;for(var i;t--;)i=r,r=nn(r);if(!w)return r;if(n){if(r?.nodeType!==3){var a=I();return r===null?i?.after(a):r.before(a),D(a),a}dn(r)}return D(r),r}function cn(e){e.textContent=``}function ln(){return!1}function un(e,t,n){return t==null||t===`http://www.w3.org/1999/xhtml`?n?document.createElement(e,{is:n}):document.createElement(e):n?document.createElementNS(t,e,{is:n}):document.createElementNS(t,e)}function dn(e){if(e.nodeValue.length<65536)return;let t=e.nextSibling;for(;t!==null&&t.nodeType===3;)t.remove(),e.nodeValue+=t.nodeValue,t=e.nextSibling}function fn(e){var t=W;if(t===null)return V.f|=le,e;if(!(t.f&32768)&&!(t.f&4))throw e;pn(e,t)}function pn(e,t){if(e===xe)throw e;if(!(t!==null&&t.f&16384)){for(;t!==null;){if(t.f&128&&!(t.f&33570816)){if(!(t.f&32768))throw e;try{t.b.error(e);return}catch(t){e=t}}t=t.parent}throw e}}function mn(e){W===null&&(V===null&&Le(e),Ie()),Bn&&Fe(e)}function hn(e,t){var n=t.last;n===null?t.last=t.first=e:(n.next=e,e.prev=n,t.last=e)}function R(e,t){var n=W;n!==null&&n.f&8192&&(e|=x);var r={ctx:k,deps:null,nodes:null,f:e|y|512,first:null,fn:t,last:null,next:null,parent:n,b:n&&n.b,prev:null,teardown:null,wv:0,ac:null};M?.register_created_effect(r);var i=r;if(e&4)Et===null?At.ensure().schedule(r):Et.push(r);else if(t!==null){try{rr(r)}catch(e){throw B(r),e}i.deps===null&&i.teardown===null&&i.nodes===null&&i.first===i.last&&!(i.f&524288)&&(i=i.first,e&16&&e&65536&&i!==null&&(i.f|=ne))}if(i!==null&&(i.parent=n,n!==null&&hn(i,n),V!==null&&V.f&2&&!(e&64))){var a=V;(a.effects??=[]).push(i)}return r}function gn(){return V!==null&&!H}function _n(e){let t=R(8,null);return j(t,v),t.teardown=e,t}function vn(e){mn(`$effect`);var t=W.f;if(!V&&t&32&&k!==null&&!k.i){var n=k;(n.e??=[]).push(e)}else return yn(e)}function yn(e){return R(4|ae,e)}function bn(e){return mn(`$effect.pre`),R(8|ae,e)}function xn(e){At.ensure();let t=R(64|ie,e);return(e={})=>new Promise(n=>{e.outro?Pn(t,()=>{B(t),n(void 0)}):(B(t),n(void 0))})}function Sn(e){return R(4,e)}function Cn(e){return R(ce|ie,e)}function wn(e,t=0){return R(8|t,e)}function Tn(e,t=[],n=[],r=[]){st(r,t,n,t=>{R(8,()=>{e(...t.map(J))})})}function En(e,t=[],n=[],r=[]){st(r,t,n,t=>{R(4,()=>e(...t.map(J)))})}function Dn(e,t=0){return R(16|t,e)}function On(e,t=0){return R(_|t,e)}function z(e){return R(32|ie,e)}function kn(e){var t=e.teardown;if(t!==null){let n=Bn,r=V;Vn(!0),U(null);try{t.call(null)}catch(t){pn(t,e.parent)}finally{Vn(n),U(r)}}}function An(e,t=!1){var n=e.first;for(e.first=e.last=null;n!==null;){let e=n.ac;e!==null&&at(()=>{e.abort(ye)});var r=n.next;n.f&64?n.parent=null:B(n,t),n=r}}function jn(e){for(var t=e.first;t!==null;){var n=t.next;t.f&32||B(t),t=n}}function B(e,t=!0){var n=!1;(t||e.f&262144)&&e.nodes!==null&&e.nodes.end!==null&&(Mn(e.nodes.start,e.nodes.end),n=!0),e.f|=te,An(e,t&&!n),nr(e,0);var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)e.stop();kn(e),e.f^=te,e.f|=S;var i=e.parent;i!==null&&i.first!==null&&Nn(e),e.next=e.prev=e.teardown=e.ctx=e.deps=e.fn=e.nodes=e.ac=e.b=null}function Mn(e,t){for(;e!==null;){var n=e===t?null:nn(e);e.remove(),e=n}}function Nn(e){var t=e.parent,n=e.prev,r=e.next;n!==null&&(n.next=r),r!==null&&(r.prev=n),t!==null&&(t.first===e&&(t.first=r),t.last===e&&(t.last=n))}function Pn(e,t,n=!0){var r=[];e.f|=256,Fn(e,r,!0);var i=()=>{n&&B(e),t&&t()},a=r.length;if(a>0){var o=()=>--a||i();for(var s of r)s.out(o)}else i()}function Fn(e,t,n){if(!(e.f&8192)){e.f^=x;var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)(e.is_global||n)&&t.push(e);for(var i=e.first;i!==null;){var a=i.next;if(!(i.f&64)){var o=!!(i.f&65536)||!!(i.f&32)&&!!(e.f&16);Fn(i,t,o?n:!1)}i=a}}}function In(e){e.f&=-257,Ln(e,!0)}function Ln(e,t){if(!(e.f&256)&&e.f&8192){e.f^=x,e.f&1024||(j(e,y),At.ensure().schedule(e));for(var n=e.first;n!==null;){var r=n.next,i=!!(n.f&65536)||!!(n.f&32);Ln(n,i?t:!1),n=r}var a=e.nodes&&e.nodes.t;if(a!==null)for(let e of a)(e.is_global||t)&&e.in()}}function Rn(e,t){if(e.nodes)for(var n=e.nodes.start,r=e.nodes.end;n!==null;){var i=n===r?null:nn(n);t.append(n),n=i}}var zn=null,Bn=!1;function Vn(e){Bn=e}var V=null,H=!1;function U(e){V=e}var W=null;function Hn(e){W=e}var Un=null;function Wn(e){V!==null&&(V.f&2097152||V.f&2)&&(Un??=new Set).add(e)}var G=null,K=0,q=null;function Gn(e){q=e}var Kn=1,qn=0,Jn=qn;function Yn(e){Jn=e}function Xn(){return++Kn}function Zn(e){var t=e.f;if(t&2048)return!0;if(t&4096){for(var n=e.deps,r=n.length,i=0;i<r;i++){var a=n[i];if(Zn(a)&&vt(a),a.wv>e.wv)return!0}t&512&&N===null&&j(e,v)}return!1}function Qn(e,t,n=!0){var r=e.reactions;if(r!==null&&!(Un!==null&&Un.has(e)))for(var i=0;i<r.length;i++){var a=r[i];a.f&2?Qn(a,t,!1):t===a&&(n?j(a,y):a.f&1024&&j(a,b),Ft(a))}}function $n(e){var t=G,n=K,r=q,i=V,a=Un,o=k,s=H,c=Jn,l=e.f;G=null,K=0,q=null,V=l&96?null:e,Un=null,Ke(e.ctx),H=!1,Jn=++qn,e.ac!==null&&(at(()=>{e.ac.abort(ye)}),e.ac=null);try{e.f|=se;var u=e.fn,d=u();e.f|=ee;var f=er(e);if(Xe()&&q!==null&&!H&&f!==null&&!(e.f&6146))for(var p=0;p<q.length;p++)Qn(q[p],e);if(i!==null&&i!==e){if(qn++,i.deps!==null)for(let e=0;e<n;e+=1)i.deps[e].rv=qn;if(t!==null)for(let e of t)e.rv=qn;q!==null&&(r===null?r=q:r.push(...q))}return e.f&8388608&&(e.f^=le),d}catch(t){return er(e),fn(t)}finally{e.f^=se,G=t,K=n,q=r,V=i,Un=a,Ke(o),H=s,Jn=c}}function er(e){var t=e.deps,n=M?.is_fork;if(G!==null){var r;if(n||nr(e,K),t!==null&&K>0)for(t.length=K+G.length,r=0;r<G.length;r++)t[K+r]=G[r];else e.deps=t=G;if(gn()&&e.f&512)for(r=K;r<t.length;r++)(t[r].reactions??=[]).push(e)}else!n&&t!==null&&K<t.length&&(nr(e,K),t.length=K);return t}function tr(e,r){let i=r.reactions;if(i!==null){var a=t.call(i,e);if(a!==-1){var o=i.length-1;o===0?i=r.reactions=null:(i[a]=i[o],i.pop())}}if(i===null&&r.f&2&&(G===null||!n.call(G,r))){var s=r;s.f&512&&(s.f^=512),s.v!==C&&tt(s),s.ac!==null&&at(()=>{s.ac.abort(ye),s.ac=null,j(s,y)}),yt(s),nr(s,0)}}function nr(e,t){var n=e.deps;if(n!==null)for(var r=t;r<n.length;r++)tr(e,n[r])}function rr(e){var t=e.f;if(!(t&16384)){j(e,v);var n=W;W=e;try{t&16777232?jn(e):An(e),kn(e);var r=$n(e);e.teardown=typeof r==`function`?r:null,e.wv=Kn}finally{W=n}}}async function ir(){await Promise.resolve(),jt()}function J(e){var t=!!(e.f&2);if(zn?.add(e),V!==null&&!H&&!(W!==null&&W.f&16384)&&(Un===null||!Un.has(e))){var r=V.deps;if(V.f&2097152)e.rv<qn&&(e.rv=qn,G===null&&r!==null&&r[K]===e?K++:G===null?G=[e]:G.push(e));else{V.deps??=[],n.call(V.deps,e)||V.deps.push(e);var i=e.reactions;i===null?e.reactions=[V]:n.call(i,V)||i.push(V)}}if(Bn&&zt.has(e))return zt.get(e);if(t){var a=e;if(Bn){var o=a.v;return(!(a.f&1024)&&a.reactions!==null||or(a))&&(o=_t(a)),zt.set(a,o),o}var s=!(a.f&512)&&!H&&V!==null&&!!(V.f&512),c=(a.f&ee)===0;Zn(a)&&(s&&(a.f|=512),vt(a)),s&&!c&&(bt(a),ar(a))}if(N?.has(e))return N.get(e);if(e.f&8388608)throw e.v;return e.v}function ar(e){if(e.f|=512,e.deps!==null)for(let r of e.deps){var t=r.reactions;t===null?r.reactions=[e]:n.call(t,e)||t.push(e),r.f&2&&!(r.f&512)&&(bt(r),ar(r))}}function or(e){if(e.v===C)return!0;if(e.deps===null)return!1;for(let t of e.deps)if(zt.has(t)||t.f&2&&or(t))return!0;return!1}function sr(e){var t=H;try{return H=!0,e()}finally{H=t}}function cr(e){if(!(typeof e!=`object`||!e||e instanceof EventTarget)){if(ue in e)lr(e);else if(!Array.isArray(e))for(let t in e){let n=e[t];typeof n==`object`&&n&&ue in n&&lr(n)}}}function lr(e,t=new Set){if(typeof e==`object`&&e&&!(e instanceof EventTarget)&&!t.has(e)){t.add(e),e instanceof Date&&e.getTime();for(let n in e)try{lr(e[n],t)}catch{}let n=l(e);if(n!==Object.prototype&&n!==Array.prototype&&n!==Map.prototype&&n!==Set.prototype&&n!==Date.prototype){let t=o(n);for(let n in t){let r=t[n].get;if(r)try{r.call(e)}catch{}}}}}[...`allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback`.split(`.`)];var ur=[`touchstart`,`touchmove`];function dr(e){return ur.includes(e)}var fr=Symbol(`events`),pr=new Set,mr=new Set;function hr(e,t,n,r={}){function i(e){if(r.capture||xr.call(t,e),!e.cancelBubble)return at(()=>n?.call(this,e))}return e.startsWith(`pointer`)||e.startsWith(`touch`)||e===`wheel`?(i.__removed=!1,A(()=>{i.__removed||t.addEventListener(e,i,r)})):t.addEventListener(e,i,r),i}function gr(e,t,n,r,i){var a={capture:r,passive:i},o=hr(e,t,n,a);(t===document.body||t===window||t===document||t instanceof HTMLMediaElement)&&_n(()=>{o.__removed=!0,t.removeEventListener(e,o,a)})}function _r(e,t,n){(t[fr]??={})[e]=n}function vr(e){for(var t=0;t<e.length;t++)pr.add(e[t]);for(var n of mr)n(e)}var yr=null,br=!1;function xr(e){var t=this,n=t.ownerDocument,r=e.type,a=e.composedPath?.()||[],o=a[0]||e.target;yr=e,br||(br=!0,setTimeout(()=>{br=!1,yr=null}));var s=0,c=yr===e&&e[fr];if(c){var l=a.indexOf(c);if(l!==-1&&(t===document||t===window)){e[fr]=t;return}var u=a.indexOf(t);if(u===-1)return;l<=u&&(s=l)}if(o=a[s]||e.target,o!==t){i(e,`currentTarget`,{configurable:!0,get(){return o||n}});var d=V,f=W;U(null),Hn(null);try{for(var p,m=[];o!==null&&o!==t;){try{var h=o[fr]?.[r];h==null||o.disabled&&e.target!==o||h.call(o,e)}catch(e){p?m.push(e):p=e}if(e.cancelBubble)break;s++,o=s<a.length?a[s]:null}if(p){for(let e of m)queueMicrotask(()=>{throw e});throw p}}finally{e[fr]=t,delete e.currentTarget,U(d),Hn(f)}}}var Sr=globalThis?.window?.trustedTypes&&globalThis.window.trustedTypes.createPolicy(`svelte-trusted-html`,{createHTML:e=>e});function Cr(e){return Sr?.createHTML(e)??e}function wr(e){var t=un(`template`);return t.innerHTML=Cr(e.replaceAll(`<!>`,`<!---->`)),t.content}function Y(e,t){var n=W;n.nodes===null&&(n.nodes={start:e,end:t,a:null,t:null})}function Tr(e,t){var n=!!(t&1),r=!!(t&2),i,a=!e.startsWith(`<!>`);return()=>{if(w)return Y(E,null),E;i===void 0&&(i=wr(a?e:`<!>`+e),n||(i=L(i)));var t=r||Qt?document.importNode(i,!0):i.cloneNode(!0);if(n){var o=L(t),s=t.lastChild;Y(o,s)}else Y(t,t);return t}}function Er(e,t,n=`svg`){var r=!e.startsWith(`<!>`),i=!!(t&1),a=`<${n}>${r?e:`<!>`+e}</${n}>`,o;return()=>{if(w)return Y(E,null),E;if(!o){var e=L(wr(a));if(i)for(o=document.createDocumentFragment();L(e);)o.appendChild(L(e));else o=L(e)}var t=o.cloneNode(!0);if(i){var n=L(t),r=t.lastChild;Y(n,r)}else Y(t,t);return t}}function Dr(e,t){return Er(e,t,`svg`)}function Or(e=``){if(!w){var t=I(e+``);return Y(t,t),t}var n=E;return n.nodeType===3?dn(n):(n.before(n=I()),D(n)),Y(n,n),n}function kr(){if(w)return Y(E,null),E;var e=document.createDocumentFragment(),t=document.createComment(``),n=I();return e.append(t,n),Y(t,n),e}function X(e,t){if(w){var n=W;n.f&32768&&n.nodes.end!==null||(n.nodes.end=E),Ee()}else e!==null&&e.before(t)}function Ar(e){let t=0,n=Vt(0),r;return()=>{gn()&&(J(n),wn(()=>(t===0&&(r=sr(()=>e(()=>qt(n)))),t+=1,()=>{A(()=>{--t,t===0&&(r?.(),r=void 0,qt(n))})})))}}var jr=ne|ie;function Mr(e,t,n,r){new Nr(e,t,n,r)}var Nr=class{parent;is_pending=!1;transform_error;#e;#t=w?E:null;#n;#r;#i;#a=null;#o=null;#s=null;#c=null;#l=0;#u=0;#d=!1;#f=new Map;#p=null;#m=Ar(()=>(this.#p=Vt(this.#l),()=>{this.#p=null}));constructor(e,t,n,r){this.#e=e,this.#n=t,this.#r=e=>{var t=W;t.b=this,t.f|=128,n(e)},this.parent=W.b,this.transform_error=r??this.parent?.transform_error??(e=>e),this.#i=Dn(()=>{if(w){let e=ke(this.#t);Ee();let t=e===`[!`;if(e.startsWith(`[?`)){let t=JSON.parse(e.slice(2));this.#g(t)}else t?this.#y():this.#h()}else this.#b()},jr),w&&(this.#e=E)}#h(){try{this.#a=z(()=>this.#r(this.#e))}catch(e){this.error(e)}}#g(e){let t=this.#n.failed,{reset:n,invoke_onerror:r}=this.#_(e);A(r),t&&(this.#s=z(()=>{t(this.#e,()=>e,()=>n)}))}#_(e){var t=!1,n=!1;let r=()=>{this.#v()||(t?Te():(t=!0,n&&Ue(),this.#s!==null&&Pn(this.#s,()=>{this.#s=null}),this.#S(()=>{this.#b()})))};return{reset:r,invoke_onerror:()=>{if(!this.#v())try{n=!0,this.#n.onerror?.(e,r),n=!1}catch(e){pn(e,this.#i&&this.#i.parent)}}}}#v(){return(this.#i.f&(S|te))!==0}#y(){let e=this.#n.pending;e&&(this.is_pending=!0,this.#o=z(()=>e(this.#e)),A(()=>{if(!this.#v()){var e=this.#c=document.createDocumentFragment(),t=I(),n=!1;e.append(t),this.#a=this.#S(()=>{try{return z(()=>this.#r(t))}catch(e){try{this.error(e),n=!0}catch(e){pn(e,this.#i.parent)}return null}}),this.#a===null?(this.#c=null,n&&this.#x(M)):this.#u===0&&(this.#e.before(e),this.#c=null,Pn(this.#o,()=>{this.#o=null}),this.#x(M))}}))}#b(){try{if(this.is_pending=this.has_pending_snippet(),this.#u=0,this.#l=0,this.#a=z(()=>{this.#r(this.#e)}),this.#u>0){var e=this.#c=document.createDocumentFragment();Rn(this.#a,e);let t=this.#n.pending;this.#o=z(()=>t(this.#e))}else this.#x(M)}catch(e){this.error(e)}}#x(e){this.is_pending=!1,e.transfer_reactions(this.#f)}defer_effect(e){nt(e,this.#f)}is_rendered(){return!this.is_pending&&(!this.parent||this.parent.is_rendered())}has_pending_snippet(){return!!this.#n.pending}#S(e){var t=W,n=V,r=k;Hn(this.#i),U(this.#i),Ke(this.#i.ctx);try{return At.ensure(),e()}finally{Hn(t),U(n),Ke(r)}}#C(e,t){this.has_pending_snippet()?(this.#u+=e,this.#u===0&&(this.#x(t),this.#o&&Pn(this.#o,()=>{this.#o=null}),this.#c&&=(this.#e.before(this.#c),null))):this.parent&&this.parent.#C(e,t)}update_pending_count(e,t){this.#C(e,t),this.#l+=e,!this.#p||this.#d||(this.#d=!0,A(()=>{this.#d=!1,this.#p&&Gt(this.#p,this.#l)}))}get_effect_pending(){return this.#m(),J(this.#p)}error(e){if(e===xe||!this.#n.onerror&&!this.#n.failed)throw e;M?.is_fork?(this.#a&&M.skip_effect(this.#a),this.#o&&M.skip_effect(this.#o),this.#s&&M.skip_effect(this.#s),M.oncommit(()=>{this.#v()||this.#w(e)})):this.#w(e)}#w(e){this.#a&&=(B(this.#a),null),this.#o&&=(B(this.#o),null),this.#s&&=(B(this.#s),null),w&&(D(this.#t),De(),D(Oe()));let t=this.#n.failed,n=e=>{if(this.#v())return;let{reset:n,invoke_onerror:r}=this.#_(e);r(),t&&!this.#v()&&(this.#s=this.#S(()=>{try{return z(()=>{var r=W;r.b=this,r.f|=128,t(this.#e,()=>e,()=>n)})}catch(e){return pn(e,this.#i.parent),null}}))};A(()=>{if(!this.#v()){var t;try{t=this.transform_error(e)}catch(e){pn(e,this.#i&&this.#i.parent);return}typeof t==`object`&&t&&typeof t.then==`function`?t.then(n,e=>pn(e,this.#i&&this.#i.parent)):n(t)}})}};function Pr(e,t){var n=t==null?``:typeof t==`object`?`${t}`:t;n!==(e[_e]??=e.nodeValue)&&(e[_e]=n,e.nodeValue=`${n}`)}function Fr(e,t){return Lr(e,t)}var Ir=new Map;function Lr(e,{target:t,anchor:n,props:i={},events:a,context:o,intro:s=!0,transformError:c}){tn();var l=void 0,u=xn(()=>{var s=n??t.appendChild(I());Mr(s,{pending:()=>{}},t=>{qe({});var n=k;if(o&&(n.c=o),a&&(i.$$events=a),w&&Y(t,null),l=e(t,i)||Ye(),w&&(W.nodes.end=E,E===null||E.nodeType!==8||E.data!==`]`))throw we(),xe;Je()},c);var u=new Set,d=e=>{for(var n=0;n<e.length;n++){var r=e[n];if(!u.has(r)){u.add(r);var i=dr(r);for(let e of[t,document]){var a=Ir.get(e);a===void 0&&(a=new Map,Ir.set(e,a));var o=a.get(r);o===void 0?(e.addEventListener(r,xr,{passive:i}),a.set(r,1)):a.set(r,o+1)}}}};return d(r(pr)),mr.add(d),()=>{for(var e of u)for(let n of[t,document]){var r=Ir.get(n),i=r.get(e);--i==0?(n.removeEventListener(e,xr),r.delete(e),r.size===0&&Ir.delete(n)):r.set(e,i)}mr.delete(d),s!==n&&s.parentNode?.removeChild(s)}});return Rr.set(l,u),l}var Rr=new WeakMap,zr=class{anchor;#e=new Map;#t=new Map;#n=new Map;#r=new Set;#i=!0;constructor(e,t=!0){this.anchor=e,this.#i=t}#a=e=>{if(this.#e.has(e)){var t=this.#e.get(e),n=this.#t.get(t);if(n)In(n),this.#r.delete(t);else{var r=this.#n.get(t);r&&(In(r.effect),this.#t.set(t,r.effect),this.#n.delete(t),r.fragment.lastChild.remove(),this.anchor.before(r.fragment),n=r.effect)}for(let[t,n]of this.#e){if(this.#e.delete(t),t===e)break;let r=this.#n.get(n);r&&(B(r.effect),this.#n.delete(n))}for(let[e,r]of this.#t){if(e===t||this.#r.has(e))continue;let i=()=>{if(Array.from(this.#e.values()).includes(e)){var t=document.createDocumentFragment();Rn(r,t),t.append(I()),this.#n.set(e,{effect:r,fragment:t})}else B(r);this.#r.delete(e),this.#t.delete(e)};this.#i||!n?(this.#r.add(e),Pn(r,i,!1)):i()}}};#o=e=>{this.#e.delete(e);let t=Array.from(this.#e.values());for(let[e,n]of this.#n)t.includes(e)||(B(n.effect),this.#n.delete(e))};ensure(e,t){var n=M,r=ln();if(t&&!this.#t.has(e)&&!this.#n.has(e)){if(r){var i=document.createDocumentFragment(),a=I();i.append(a),this.#n.set(e,{effect:z(()=>t(a)),fragment:i})}else this.#t.set(e,z(()=>t(this.anchor)))}if(this.#e.set(n,e),r){for(let[t,r]of this.#t)t===e?n.unskip_effect(r):n.skip_effect(r);for(let[t,r]of this.#n)t===e?n.unskip_effect(r.effect):n.skip_effect(r.effect);n.oncommit(this.#a),n.ondiscard(this.#o)}else w&&(this.anchor=E),this.#a(n)}},Br=0,Vr=1,Hr=2;function Ur(e,t,n,r,i){w&&Ee();var a=Xe(),o=C,s=a?Vt(o):Ht(o,!1,!1),c=a?Vt(o):Ht(o,!1,!1),l=new zr(e);Dn(()=>{var a=M,o=t(),u=!1;let d=w&&f(o)===(e.data===`[!`);if(d&&(D(Oe()),T(!1)),f(o)){var p=ct(),m=!1;let e=e=>{if(!u){m=!0,p(!1),M===a&&a.deactivate(),At.ensure();try{e()}finally{lt(!1),wt||jt()}}};o.then(t=>{e(()=>{Gt(s,t),l.ensure(Vr,r&&(e=>r(e,s)))})},t=>{e(()=>{if(Gt(c,t),l.ensure(Hr,i&&(e=>i(e,c))),!i)throw c.v})}),w?l.ensure(Br,n):A(()=>{m||e(()=>{l.ensure(Br,n)})})}else Gt(s,o),l.ensure(Vr,r&&(e=>r(e,s)));return d&&T(!0),()=>{u=!0}})}function Wr(e,t,n=!1){var r;w&&(r=E,Ee());var i=new zr(e),a=n?ne:0;function o(e,t){if(w){var n=ke(r);if(e!==parseInt(n.substring(1))){var a=Oe();D(a),i.anchor=a,T(!1),i.ensure(e,t),T(!0);return}}i.ensure(e,t)}Dn(()=>{var e=!1;t((t,n=0)=>{e=!0,o(n,t)}),e||o(-1,null)},a)}var Gr=Symbol(`NaN`);function Kr(e,t,n){w&&Ee();var r=new zr(e),i=!Xe();Dn(()=>{var e=t();e!==e&&(e=Gr),i&&typeof e==`object`&&e&&(e={}),r.ensure(e,n)})}function qr(e,t){return t}function Jr(e,t,n){for(var i=[],a=t.length,o,s=t.length,c=0;c<a;c++){let n=t[c];Pn(n,()=>{if(o){if(o.pending.delete(n),o.done.add(n),o.pending.size===0){var t=e.outrogroups;Yr(e,r(o.done)),t.delete(o),t.size===0&&(e.outrogroups=null)}}else--s},!1)}if(s===0){var l=i.length===0&&n!==null&&e.pending.size===0;if(l){var u=n,d=u.parentNode;cn(d),d.append(u),e.items.clear()}Yr(e,t,!l)}else o={pending:new Set(t),done:new Set},(e.outrogroups??=new Set).add(o)}function Yr(e,t,n=!0){var r;if(e.pending.size>0){r=new Set;for(let t of e.pending.values())for(let n of t)r.add(e.items.get(n).e)}for(var i=0;i<t.length;i++){var a=t[i];r?.has(a)?(a.f|=oe,Rn(a,document.createDocumentFragment())):B(t[i],n)}}var Xr;function Zr(t,n,i,a,o,s=null){var c=t,l=new Map;if(n&4){var u=t;c=w?D(L(u)):u.appendChild(I())}w&&Ee();var d=null,f=ht(()=>{var t=i();return e(t)?t:t==null?[]:r(t)}),p=new Map,m=!0;function h(e){if(!(_.effect.f&16384)){_.pending.delete(e);var t=J(f);_.fallback=d,$r(_,t,c,n,a),d!==null&&(t.length===0?d.f&33554432?(d.f^=oe,ti(d,null,c)):In(d):Pn(d,()=>{d=null}))}}function g(e){_.pending.delete(e)}var _={effect:Dn(()=>{var e=J(f),t=e.length;let r=!1;w&&ke(c)===`[!`!=(t===0)&&(c=Oe(),D(c),T(!1),r=!0);for(var u=new Set,_=M,v=ln(),y=0;y<t;y+=1){w&&E.nodeType===8&&E.data===`]`&&(c=E,r=!0,T(!1));var b=e[y],x=a(b,y),S=m?null:l.get(x);S?(S.v&&Gt(S.v,b),S.i&&Gt(S.i,y),v&&_.unskip_effect(S.e)):(S=ei(l,m?c:Xr??=I(),b,x,y,o,n,i),m||(S.e.f|=oe),l.set(x,S)),u.add(x)}if(t===0&&s&&!d&&(m?d=z(()=>s(c)):(d=z(()=>s(Xr??=I())),d.f|=oe)),t>u.size&&Pe(``,``,``),w&&t>0&&D(Oe()),!m){if(p.set(_,u),v){for(let[e,t]of l)u.has(e)||_.skip_effect(t.e);_.oncommit(h),_.ondiscard(g)}else h(_)}r&&T(!0),J(f)}),flags:n,items:l,pending:p,outrogroups:null,fallback:d};m=!1,w&&(c=E)}function Qr(e){for(;e!==null&&!(e.f&32);)e=e.next;return e}function $r(e,t,n,i,a){var o=!!(i&8),s=t.length,c=e.items,l=Qr(e.effect.first),u,d=null,f,p=[],m=[],h,g,_,v;if(o)for(v=0;v<s;v+=1)h=t[v],g=a(h,v),_=c.get(g).e,_.f&33554432||(_.nodes?.a?.measure(),(f??=new Set).add(_));for(v=0;v<s;v+=1){if(h=t[v],g=a(h,v),_=c.get(g).e,e.outrogroups!==null)for(let t of e.outrogroups)t.pending.delete(_),t.done.delete(_);if(_.f&8192&&(In(_),o&&(_.nodes?.a?.unfix(),(f??=new Set).delete(_))),_.f&33554432){if(_.f^=oe,_===l)ti(_,null,n);else{var y=d?d.next:l;_===e.effect.last&&(e.effect.last=_.prev),_.prev&&(_.prev.next=_.next),_.next&&(_.next.prev=_.prev),ni(e,d,_),ni(e,_,y),ti(_,y,n),d=_,p=[],m=[],l=Qr(d.next);continue}}if(_!==l){if(u!==void 0&&u.has(_)){if(p.length<m.length){var b=m[0],x;d=b.prev;var S=p[0],ee=p[p.length-1];for(x=0;x<p.length;x+=1)ti(p[x],b,n);for(x=0;x<m.length;x+=1)u.delete(m[x]);ni(e,S.prev,ee.next),ni(e,d,S),ni(e,ee,b),l=b,d=ee,--v,p=[],m=[]}else u.delete(_),ti(_,l,n),ni(e,_.prev,_.next),ni(e,_,d===null?e.effect.first:d.next),ni(e,d,_),d=_;continue}for(p=[],m=[];l!==null&&l!==_;)(u??=new Set).add(l),m.push(l),l=Qr(l.next);if(l===null)continue}_.f&33554432||p.push(_),d=_,l=Qr(_.next)}if(e.outrogroups!==null){for(let t of e.outrogroups)t.pending.size===0&&(Yr(e,r(t.done)),e.outrogroups?.delete(t));e.outrogroups.size===0&&(e.outrogroups=null)}if(l!==null||u!==void 0){var te=[];if(u!==void 0)for(_ of u)_.f&8192||te.push(_);for(;l!==null;)!(l.f&8192)&&l!==e.fallback&&te.push(l),l=Qr(l.next);var ne=te.length;if(ne>0){var re=i&4&&s===0?n:null;if(o){for(v=0;v<ne;v+=1)te[v].nodes?.a?.measure();for(v=0;v<ne;v+=1)te[v].nodes?.a?.fix()}Jr(e,te,re)}}o&&A(()=>{if(f!==void 0)for(_ of f)_.nodes?.a?.apply()})}function ei(e,t,n,r,i,a,o,s){var c=o&1?o&16?Vt(n):Ht(n,!1,!1):null,l=o&2?Vt(i):null;return{v:c,i:l,e:z(()=>(a(t,c??n,l??i,s),()=>{e.delete(r)}))}}function ti(e,t,n){if(e.nodes)for(var r=e.nodes.start,i=e.nodes.end,a=t&&!(t.f&33554432)?t.nodes.start:n;r!==null;){var o=nn(r);if(a.before(r),r===i)return;r=o}}function ni(e,t,n){t===null?e.effect.first=n:t.next=n,n===null?e.effect.last=t:n.prev=t}function ri(e,t,...n){var r=new zr(e);Dn(()=>{let e=t()??null;r.ensure(e,e&&(t=>e(t,...n)))},ne)}function ii(e,t,n){var r;w&&(r=E,Ee());var i=new zr(e);Dn(()=>{var e=t()??null;if(w&&ke(r)===`[`!=(e!==null)){var a=Oe();D(a),i.anchor=a,T(!1),i.ensure(e,e&&(t=>n(t,e))),T(!0)}else i.ensure(e,e&&(t=>n(t,e)))},ne)}function ai(e,t){let n=null,r=w;var i;if(w){n=E;for(var a=L(document.head);a!==null&&(a.nodeType!==8||a.data!==e);)a=nn(a);if(a===null)T(!1);else{var o=nn(a);a.remove(),D(o)}}w||(i=document.head.appendChild(I()));try{Dn(()=>{var e=z(()=>t(i));e.f|=re,w||(e.nodes===null?e.nodes={start:i,end:i,a:null,t:null}:e.nodes.end=i)})}finally{r&&(T(!0),D(n))}}function oi(e,t){var n=void 0,r;On(()=>{n!==(n=t())&&(r&&=(B(r),null),n&&(r=z(()=>{Sn(()=>n(e))})))})}var si=[...` 	
\r\f\xA0\v﻿`];function ci(e,t,n){var r=e==null?``:``+e;if(t&&(r=r?r+` `+t:t),n){for(var i of Object.keys(n))if(n[i])r=r?r+` `+i:i;else if(r.length)for(var a=i.length,o=0;(o=r.indexOf(i,o))>=0;){var s=o+a;(o===0||si.includes(r[o-1]))&&(s===r.length||si.includes(r[s]))?r=(o===0?``:r.substring(0,o))+r.substring(s+1):o=s}}return r===``?null:r}function li(e,t,n,r,i,a){var o=e[he];if(w||o!==n||o===void 0){var s=ci(n,r,a);w&&s===e.getAttribute(`class`)||(s==null?e.removeAttribute(`class`):t?e.className=s:e.setAttribute(`class`,s)),e[he]=n}else if(a&&i!==a)for(var c in a){var l=!!a[c];(i==null||l!==!!i[c])&&e.classList.toggle(c,l)}return a}var ui=Symbol(`is custom element`),di=Symbol(`is html`),fi=be?`link`:`LINK`,pi=be?`progress`:`PROGRESS`;function mi(e){if(w){var t=!1,n=()=>{if(!t){if(t=!0,e.hasAttribute(`value`)){var n=e.value;Z(e,`value`,null),e.value=n}if(e.hasAttribute(`checked`)){var r=e.checked;Z(e,`checked`,null),e.checked=r}}};e[ve]=n,A(n),it()}}function hi(e,t){var n=gi(e);n.value!==(n.value=t??void 0)&&(e.value!==t||t===0&&e.nodeName===pi)&&(e.value=t??``)}function Z(e,t,n,r){var i=gi(e);if(!(w&&(i[t]=e.getAttribute(t),t===`src`||t===`srcset`||t===`href`&&e.nodeName===fi))){var a=i[t];a!==(i[t]=n)&&(t===`loading`&&(e[pe]=n),n==null?e.removeAttribute(t):typeof n!=`string`&&vi(e).has(t)?e[t]=n:(!w||typeof n!=`number`&&typeof n!=`boolean`||a!==String(n))&&e.setAttribute(t,n))}}function gi(e){return e[me]??={[ui]:e.nodeName.includes(`-`),[di]:e.namespaceURI===Se}}var _i=new Map;function vi(e){var t=e.getAttribute(`is`)||e.nodeName,n=_i.get(t);if(n)return n;_i.set(t,n=new Set);for(var r,i=e,a=Element.prototype;a!==i;){for(var s in r=o(i),r)r[s].set&&s!==`innerHTML`&&s!==`textContent`&&s!==`innerText`&&n.add(s);i=l(i)}return n}function yi(e,t,n=t){var r=new WeakSet;ot(e,`input`,async i=>{var a=i?e.defaultValue:e.value;if(a=bi(e)?xi(a):a,n(a),M!==null&&r.add(M),await ir(),a!==(a=t())){var o=e.selectionStart,s=e.selectionEnd,c=e.value.length;if(e.value=a??``,s!==null){var l=e.value.length;o===s&&s===c&&l>c?(e.selectionStart=l,e.selectionEnd=l):(e.selectionStart=o,e.selectionEnd=Math.min(s,l))}}}),(w&&e.defaultValue!==e.value||sr(t)==null&&e.value)&&(n(bi(e)?xi(e.value):e.value),M!==null&&r.add(M)),wn(()=>{var n=t();if(e===document.activeElement){var i=M;if(r.has(i))return}bi(e)&&n===xi(e.value)||(e.type!==`date`||n||e.value)&&n!==e.value&&(e.value=n??``)})}function bi(e){var t=e.type;return t===`number`||t===`range`}function xi(e){return e===``?null:+e}function Si(e,t){return e===t||e?.[ue]===t}function Ci(e=Ye(),t,n,r){var i=k.r,a=W;return Sn(()=>{var o,s;return wn(()=>{o=s,s=r?.()||[],sr(()=>{Si(n(...s),e)||(t(e,...s),o&&Si(n(...o),e)&&t(null,...o))})}),()=>{let r=a;for(;r!==i&&r.parent!==null&&r.parent.f&33554432;)r=r.parent;let o=()=>{s&&Si(n(...s),e)&&t(null,...s)},c=r.teardown;r.teardown=()=>{o(),c?.()}}}),e}function wi(e=!1){let t=k,n=t.l.u;if(!n)return;let r=()=>cr(t.s);if(e){let e=0,n={},i=dt(()=>{let r=!1,i=t.s;for(let e in i)i[e]!==n[e]&&(n[e]=i[e],r=!0);return r&&e++,e});r=()=>J(i)}n.b.length&&bn(()=>{Ti(t,r),m(n.b)}),vn(()=>{let e=sr(()=>n.m.map(p));return()=>{for(let t of e)typeof t==`function`&&t()}}),n.a.length&&vn(()=>{Ti(t,r),m(n.a)})}function Ti(e,t){if(e.l.s)for(let t of e.l.s)J(t);t()}var Ei=!1;function Di(e){var t=Ei;try{return Ei=!1,[e(),Ei]}finally{Ei=t}}function Oi(e,t,n,r){var i=!We||!!(n&2),o=!!(n&8),s=!!(n&16),c=r,l=!0,u=void 0,d=()=>s&&i?(u??=dt(r),J(u)):(l&&(l=!1,c=s?sr(r):r),c);let f;if(o){var p=ue in e||fe in e;f=a(e,t)?.set??(p&&t in e?n=>e[t]=n:void 0)}var m,h=!1;o?[m,h]=Di(()=>e[t]):m=e[t],m===void 0&&r!==void 0&&(m=d(),f&&(i&&ze(t),f(m)));var g=i?()=>{var n=e[t];return n===void 0?d():(l=!0,n)}:()=>{var n=e[t];return n!==void 0&&(c=void 0),n===void 0?c:n};if(i&&!(n&4))return g;if(f){var _=e.$$legacy;return(function(e,t){return arguments.length>0?((!i||!t||_||h)&&f(t?g():e),e):g()})}var v=!1,y=(n&1?dt:ht)(()=>(v=!1,g()));o&&J(y);var b=W;return(function(e,t){if(arguments.length>0){let n=t?J(y):i&&o?Yt(e):e;return F(y,n),v=!0,c!==void 0&&(c=n),e}return Bn&&v||b.f&16384?y.v:J(y)})}typeof window<`u`&&((window.__svelte??={}).v??=new Set).add(`5`);var ki=[`sv`,`nb`,`en`],Ai=()=>{let e=[localStorage.getItem(`language`)??``,...navigator.languages].map(e=>e.toLowerCase().split(`-`)[0]).map(e=>e===`no`||e===`nn`?`nb`:e);return ki.find(t=>t===e.find(e=>ki.includes(e)))??`en`},Q=new class{#e=P(Yt(location.pathname));get path(){return J(this.#e)}set path(e){F(this.#e,e,!0)}#t=P(Yt(new URLSearchParams(location.search)));get query(){return J(this.#t)}set query(e){F(this.#t,e,!0)}#n=P(0);get steps(){return J(this.#n)}set steps(e){F(this.#n,e,!0)}#r=mt(()=>ki.find(e=>e===this.query.get(`lang`))??Ai());get language(){return J(this.#r)}set language(e){F(this.#r,e)}#i=mt(()=>/^\d{4}-\d{2}-\d{2}$/.exec(this.query.get(`day`)??``)?.[0]);get day(){return J(this.#i)}set day(e){F(this.#i,e)}constructor(){window.addEventListener(`popstate`,()=>this.#a()),window.addEventListener(`click`,e=>this.#o(e))}#a(){this.path=location.pathname,this.query=new URLSearchParams(location.search),this.steps++}#o(e){let t=e.target.closest?.(`a`);!t||e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey||t.origin!==location.origin||t.target||t.hasAttribute(`download`)||t.pathname.startsWith(`/graphiql`)||t.hash&&t.pathname===location.pathname||(e.preventDefault(),this.go(t.pathname+t.search))}go(e){history.pushState(null,``,e),this.#a(),scrollTo(0,0)}address(e,t={}){let n=new URLSearchParams;for(let e of[`lang`,`day`])this.query.has(e)&&n.set(e,this.query.get(e));for(let[e,r]of Object.entries(t))r?n.set(e,r):n.delete(e);return e+(n.size?`?`+n:``)}show(e){let t=new URLSearchParams(this.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);history.replaceState(null,``,this.path+(t.size?`?`+t:``)),this.query=t,e.lang&&localStorage.setItem(`language`,e.lang)}},ji=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),Mi=function(e){return`/`+e},Ni={},Pi=function(e){return e.pathname.endsWith(`.css`)},Fi=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Ii=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=Mi(t,n);let r=s(t),i=Pi(r);return Fi(Ni,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ji,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},Li=[{path:/^\/$/,load:()=>Ii(()=>import(`./Today-mw084Z4Z.js`),__vite__mapDeps([0,1,2,3]))},{path:/^\/search$/,load:()=>Ii(()=>import(`./Search-Ddbgku3p.js`),__vite__mapDeps([4,3,2]))},{path:/^\/organisations\/([^/]+)$/,load:()=>Ii(()=>import(`./Organisation-D1ToWnfb.js`),__vite__mapDeps([5,2,1,3,6]))},{path:/^\/networks$/,load:()=>Ii(()=>import(`./Networks-DCPCagDr.js`),__vite__mapDeps([7,3,2]))},{path:/^\/networks\/([^/]+)$/,load:()=>Ii(()=>import(`./Network-D1GiynEB.js`),__vite__mapDeps([8,3,2,6]))}],Ri=()=>Ii(()=>import(`./Missing-cVf2yEiT.js`),__vite__mapDeps([9,3]));function zi(e){for(let t of Li){let n=t.path.exec(e);if(n)return{load:t.load,id:decodeURIComponent(n[1]??``)}}return{load:Ri,id:``}}var Bi=[{path:`/`,name:`room.today`},{path:`/networks`,name:`room.networks`}],Vi=class extends Error{code;path;constructor(e,t,n=[]){super(e),this.code=t,this.path=n}};async function Hi(e,t){let n=e.toString();try{return await Ui(n,t)}catch(e){if(e instanceof Vi&&e.code!==`UNAVAILABLE`||!n.trimStart().startsWith(`query`))throw e;return Ui(n,t)}}async function Ui(e,t){let n=await(await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,"Accept-Language":Q.language},body:JSON.stringify({query:e,variables:t})})).json(),r=n.errors?.[0];if(r)throw new Vi(r.message,r.extensions?.code??``,r.path);return n.data}var Wi=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new Wi(`
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
    `,{fragmentName:`side`});var Gi=new Wi(`
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
    `),Ki=new Wi(`
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
    `),qi=new Wi(`
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
}`),Ji=new Wi(`
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
    `),Yi=new Wi(`
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
    `),Xi=new Wi(`
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
    `),Zi=new Wi(`
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
    `),Qi=new Wi(`
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
    `),$i={"search.label":[`Sök`,`Søk`,`Search`],"search.hint":[`Organisation, nätverk, projekt, behov eller nummer`,`Organisasjon, nettverk, prosjekt, behov eller nummer`,`Organisation, network, project, need or number`],"search.none":[`Inget hittades. Pröva en del av namnet.`,`Ingenting ble funnet. Prøv en del av navnet.`,`Nothing was found. Try a part of the name.`],"search.hits.one":[`{n} träff`,`{n} treff`,`{n} hit`],"search.hits.other":[`{n} träffar`,`{n} treff`,`{n} hits`],"search.forgiven":[`liknande stavning`,`lignende stavemåte`,`similar spelling`],"bar.rooms":[`Rum`,`Rom`,`Rooms`],"bar.language":[`Språk`,`Språk`,`Language`],"bar.day":[`Visa per den`,`Vis per`,`Show as of`],"bar.skip":[`Till innehållet`,`Til innholdet`,`To the content`],"bar.graphiql":[`Fråga fritt (GraphiQL)`,`Spør fritt (GraphiQL)`,`Ask freely (GraphiQL)`],"room.today":[`I dag`,`I dag`,`Today`],"room.networks":[`Nätverk`,`Nettverk`,`Networks`],"answer.waiting":[`Hämtar …`,`Henter …`,`Fetching …`],"answer.failed":[`Det gick inte att hämta.`,`Det kunne ikke hentes.`,`It could not be fetched.`],"answer.again":[`Försök igen`,`Prøv igjen`,`Try again`],"answer.unreachable":[`Servern svarar inte.`,`Serveren svarer ikke.`,`The server does not answer.`],"missing.title":[`Sidan finns inte`,`Siden finnes ikke`,`There is no such page`],"missing.text":[`Adressen leder ingenstans. Sök efter det du letar efter, eller börja om från I dag.`,`Adressen fører ingen steder. Søk etter det du leter etter, eller begynn på nytt fra I dag.`,`The address leads nowhere. Search for what you look for, or start again from Today.`],"missing.record":[`Det finns ingen sådan post, eller så får du inte se den.`,`Det finnes ingen slik post, eller du har ikke lov til å se den.`,`There is no such record, or you may not see it.`],"side.NO":[`Norge`,`Norge`,`Norway`],"side.SE":[`Sverige`,`Sverige`,`Sweden`],"side.unknown":[`land okänt`,`land ukjent`,`country unknown`],unknown:[`inte känt`,`ikke kjent`,`not known`],none:[`Inget är registrerat`,`Ingenting er registrert`,`Nothing is recorded`],more:[`och {n} till`,`og {n} til`,`and {n} more`],print:[`Skriv ut`,`Skriv ut`,`Print`],sources:[`Källor`,`Kilder`,`Sources`],history:[`Historik`,`Historikk`,`History`],"today.due":[`Förfaller inom 90 dagar`,`Forfaller innen 90 dager`,`Due in 90 days`],"today.dueNone":[`Inget förfaller inom 90 dagar`,`Ingenting forfaller innen 90 dager`,`Nothing is due in 90 days`],"today.overdue":[`försenad`,`forsinket`,`overdue`],"today.waiting":[`Väntar på bekräftelse`,`Venter på bekreftelse`,`Waiting for confirmation`],"today.waitingNone":[`Ingen väntar på svar`,`Ingen venter på svar`,`Nobody waits for an answer`],"today.matches":[`Kan mötas`,`Kan møtes`,`Could meet`],"today.matchesNone":[`Inget öppet behov har ett erbjudande som passar`,`Ingen åpne behov har et tilbud som passer`,`No open need has an offer that suits it`],"today.todo":[`Att göra i registret`,`Å gjøre i registeret`,`To do in the register`],"today.complete":[`{share} av uppgifterna är kända`,`{share} av opplysningene er kjent`,`{share} of the facts are known`],"today.changed":[`Senast ändrat`,`Sist endret`,`Changed last`],"today.funnel":[`Från behov till partnerskap`,`Fra behov til partnerskap`,`From need to partnership`],"today.empty":[`Registret är tomt. Läs in en partnerlista eller registrera en organisation, så börjar nätverket synas här.`,`Registeret er tomt. Les inn en partnerliste eller registrer en organisasjon, så begynner nettverket å vises her.`,`The register is empty. Import a list of partners or enter an organisation, and the network begins to show here.`],"funnel.needs":[`behov`,`behov`,`needs`],"funnel.suggested":[`föreslagna`,`foreslått`,`suggested`],"funnel.introduced":[`presenterade`,`introdusert`,`introduced`],"funnel.partnerships":[`partnerskap`,`partnerskap`,`partnerships`],"funnel.met":[`mötta`,`møtt`,`met`],"network.members.one":[`{n} medlem`,`{n} medlem`,`{n} member`],"network.members.other":[`{n} medlemmar`,`{n} medlemmer`,`{n} members`],"network.counterpart":[`Motpart: {acronym}`,`Motpart: {acronym}`,`Counterpart: {acronym}`],"network.noCounterpart":[`Ingen motpart på andra sidan är känd`,`Ingen motpart på den andre siden er kjent`,`No counterpart on the other side is known`],"network.noMembers":[`Inga medlemmar är kända`,`Ingen medlemmer er kjent`,`No members are known`],"network.missing":[`Vem saknas`,`Hvem mangler`,`Who is missing`],"network.missingHint":[`Det som den ena sidan har och den andra saknar`,`Det den ene siden har og den andre mangler`,`What one side has and the other lacks`],"network.missingIn":[`Saknas i {acronym}`,`Mangler i {acronym}`,`Missing in {acronym}`],"network.missingNone":[`Inget`,`Ingenting`,`Nothing`],"network.host":[`Värd`,`Vert`,`Host`],"network.planned":[`Planerat från {day}`,`Planlagt fra {day}`,`Planned from {day}`],"network.established":[`Bildat {day}`,`Etablert {day}`,`Established {day}`],"dossier.formerly":[`Tidigare {names}`,`Tidligere {names}`,`Formerly {names}`],"dossier.also":[`Även {names}`,`Også {names}`,`Also {names}`],"dossier.networks":[`Nätverk`,`Nettverk`,`Networks`],"dossier.partnerships":[`Partnerskap`,`Partnerskap`,`Partnerships`],"dossier.projects":[`Projekt`,`Prosjekter`,`Projects`],"dossier.money":[`Pengar`,`Penger`,`Money`],"dossier.needs":[`Behov`,`Behov`,`Needs`],"dossier.offers":[`Erbjudanden`,`Tilbud`,`Offers`],"dossier.obligations":[`Åtaganden`,`Forpliktelser`,`Obligations`],"dossier.duplicate":[`Kan vara samma som`,`Kan være den samme som`,`May be the same as`],"dossier.claims":[`Källorna säger olika`,`Kildene sier ulikt`,`Sources disagree`],"dossier.atMost":[`högst {amount}`,`høyst {amount}`,`at most {amount}`],"dossier.rate":[`{rate} av kostnaderna`,`{rate} av kostnadene`,`{rate} of the costs`],"dossier.from":[`av {name}`,`av {name}`,`by {name}`],"dossier.to":[`till {name}`,`til {name}`,`to {name}`],"dossier.until":[`till {day}`,`til {day}`,`until {day}`]},ea=()=>ki.indexOf(Q.language);function $(e,t={}){return $i[e][ea()].replace(/\{(\w+)\}/g,(e,n)=>String(t[n]))}function ta(e,t){return $(`${e}.${new Intl.PluralRules(Q.language).select(t)===`one`?`one`:`other`}`,{n:sa(t)})}var na=new Map,ra=new class{#e=P({});async load(e){na.has(e)||na.set(e,Hi(Qi,{language:e.toUpperCase()}));let{vocabulary:t,labels:n,typeLabels:r}=await na.get(e),i=new Map;for(let{name:e,values:n}of t??[])for(let t of n)i.set(`${e}.${t.name}`,t.label);for(let{name:e,label:t}of n??[])i.set(`field ${e}`,t);for(let{name:e,label:t}of r??[])i.set(`type ${e}`,t);F(this.#e,{...J(this.#e),[e]:i})}of(e){return J(this.#e)[Q.language]?.get(e)??``}},ia=(e,t)=>t?ra.of(`${e}.${t}`):``,aa=e=>ra.of(`field ${e}`),oa=e=>ra.of(`type ${e}`),sa=e=>e.toLocaleString(Q.language),ca=e=>e.toLocaleString(Q.language,{style:`percent`}),la=e=>e?new Date(e.length===10?e+`T12:00`:e).toLocaleDateString(Q.language,{dateStyle:`medium`}):``,ua=e=>Number(e.amount).toLocaleString(Q.language,{style:`currency`,currency:e.currency,minimumFractionDigits:Number(e.amount)%1?2:0}),da=e=>e.charAt(0).toLocaleUpperCase()+e.slice(1),fa=Tr(`<a> </a>`),pa=Tr(`<button type="button"> </button>`),ma=Tr(`<header class="bar"><a class="skip" href="#content"> </a> <a class="name"><svg viewBox="0 0 40 16" width="40" height="16" aria-hidden="true"><path class="tie" d="M9 8h22"></path><circle class="no" cx="8" cy="8" r="6"></circle><path class="se" d="M26 2h12v12H26z"></path></svg> Partnernet</a> <form role="search"><input type="search" aria-keyshortcuts="/"/></form> <nav></nav> <div class="settings"><label> <input type="date"/></label> <div role="group"></div> <a href="/graphiql/"> </a></div></header>`);function ha(e,t){qe(t,!0);let n={sv:`Svenska`,nb:`Norsk`,en:`English`},r=P(Yt(Q.query.get(`text`)??``)),i;function a(e){e.preventDefault(),J(r).trim()&&Q.go(Q.address(`/search`,{text:J(r).trim()}))}function o(e){let t=e.target;e.key!==`/`||e.ctrlKey||e.metaKey||t.closest(`input, textarea, select`)||(e.preventDefault(),i.focus(),i.select())}var s=ma();gr(`keydown`,Zt,o);var c=rn(s),l=on(c,!0),u=sn(c,2),d=sn(u,2),f=rn(d);mi(f),Ci(f,e=>i=e,()=>i),O(d);var p=sn(d,2);Zr(p,21,()=>Bi,e=>e.path,(e,t)=>{var n=fa(),r=on(n,!0);Tn((e,i)=>{Z(n,`href`,e),Z(n,`aria-current`,Q.path===J(t).path?`page`:void 0),Pr(r,i)},[()=>Q.address(J(t).path),()=>$(J(t).name)]),X(e,n)}),O(p);var m=sn(p,2),h=rn(m),g=rn(h),_=sn(g);mi(_),O(h);var v=sn(h,2);Zr(v,20,()=>ki,e=>e,(e,t)=>{var r=pa(),i=on(r,!0);Tn(()=>{Z(r,`lang`,t),Z(r,`aria-pressed`,Q.language===t),Pr(i,n[t])}),_r(`click`,r,()=>Q.show({lang:t})),X(e,r)}),O(v);var y=on(sn(v,2),!0);O(m),O(s),Tn((e,t,n,r,i,a,o,s)=>{Pr(l,e),Z(u,`href`,t),Z(f,`aria-label`,n),Z(f,`placeholder`,r),Z(p,`aria-label`,i),Pr(g,`${a??``} `),hi(_,Q.day??``),Z(v,`aria-label`,o),Pr(y,s)},[()=>$(`bar.skip`),()=>Q.address(`/`),()=>$(`search.label`),()=>$(`search.hint`),()=>$(`bar.rooms`),()=>$(`bar.day`),()=>$(`bar.language`),()=>$(`bar.graphiql`)]),gr(`submit`,d,a),yi(f,()=>J(r),e=>F(r,e)),_r(`change`,_,e=>Q.show({day:e.currentTarget.value})),X(e,s),Je()}vr([`change`,`click`]);var ga=Tr(`<div class="problem" role="alert"><p><strong> </strong> </p> <button type="button"> </button></div>`),_a=Tr(`<p class="waiting" role="status"> </p>`);function va(e,t){qe(t,!0);let n=e=>e instanceof Vi?e.message:$(`answer.unreachable`);var r=kr();Ur(an(r),()=>t.to,e=>{var t=_a(),n=on(t,!0);Tn(e=>Pr(n,e),[()=>$(`answer.waiting`)]),X(e,t)},(e,n)=>{var r=kr();ri(an(r),()=>t.children,()=>J(n)),X(e,r)},(e,t)=>{var r=ga(),i=rn(r),a=rn(i),o=on(a,!0),s=sn(a);O(i);var c=sn(i,2),l=on(c,!0);O(r),Tn((e,t,n)=>{Pr(o,e),Pr(s,` ${t??``}`),Pr(l,n)},[()=>$(`answer.failed`),()=>n(J(t)),()=>$(`answer.again`)]),_r(`click`,c,()=>location.reload()),X(e,r)}),X(e,r),Je()}vr([`click`]);var ya=Tr(`<!> <main id="content"><!></main>`,1);function ba(e,t){qe(t,!0);let n=mt(()=>zi(Q.path)),r=mt(()=>J(n).load());vn(()=>{document.documentElement.lang=Q.language,ra.load(Q.language).catch(()=>{})});var i=ya(),a=an(i);ha(a,{});var o=sn(a,2);va(rn(o),{get to(){return J(r)},children:(e,t)=>{let r=()=>(t?.()).default;var i=kr();Kr(an(i),()=>Q.path,e=>{var t=kr();ii(an(t),r,(e,t)=>{t(e,{get id(){return J(n).id}})}),X(e,t)}),X(e,i)},$$slots:{default:!0}}),O(o),X(e,i),Je()}var xa=document.getElementById(`page`);xa.replaceChildren(),Fr(ba,{target:xa});export{O as $,Wr as A,En as B,Z as C,ri as D,ai as E,Dr as F,on as G,Zt as H,Or as I,mt as J,sn as K,vr as L,X as M,kr as N,Zr as O,Tr as P,De as Q,_r as R,wi as S,oi as T,rn as U,Tn as V,an as W,qe as X,Je as Y,Ge as Z,Xi as _,aa as a,Q as b,ca as c,ia as d,d as et,Gi as f,Yi as g,Ji as h,la as i,Pr as j,qr as k,$ as l,qi as m,da as n,ua as o,Ki as p,ht as q,ta as r,sa as s,va as t,g as tt,oa as u,Zi as v,li as w,Oi as x,Hi as y,J as z};