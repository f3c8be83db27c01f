const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Today-BlEUjKjj.js","assets/Changes-BjQM_fPn.js","assets/Named-Cu0A30IG.js","assets/Side-ByYOlWTa.js","assets/Funnel-DpmY6hNS.js","assets/Heading-BhoXx03I.js","assets/Panel-DXYaHqyf.js","assets/Search-1cywsKKz.js","assets/Organisation-Du0u5jiE.js","assets/Award-CvDIrrII.js","assets/Sources-xWMA30B7.js","assets/Networks-CqfMkaUk.js","assets/Network-DrJbHCWD.js","assets/Needs-CAxb0Sso.js","assets/Ground-CCluYJLj.js","assets/Record-C5oKOVfg.js","assets/Import-B05f4kx8.js","assets/Partnerships-BG2CsFqD.js","assets/Money-Tlmy-KRL.js","assets/ToDo-ahD4xlBr.js","assets/Reports-BBwQp-1s.js","assets/Picture-nhG1uFDh.js","assets/Map-zKx2rbTc.js","assets/Changes-1g92LRCa.js","assets/Missing-B-cy4EEP.js"])))=>i.map(i=>d[i]);
var e=Array.isArray,t=Array.prototype.indexOf,n=Array.prototype.includes,r=Array.from,i=Object.defineProperty,a=Object.getOwnPropertyDescriptor,o=Object.getOwnPropertyDescriptors,s=Object.prototype,c=Array.prototype,l=Object.getPrototypeOf,u=Object.isExtensible,d=()=>{};function f(e){return e()}function p(e){for(var t=0;t<e.length;t++)e[t]()}function m(){var e,t;return{promise:new Promise((n,r)=>{e=n,t=r}),resolve:e,reject:t}}function h(e,t){if(Array.isArray(e))return e;if(t===void 0||!(Symbol.iterator in e))return Array.from(e);let n=[];for(let r of e)if(n.push(r),n.length===t)break;return n}var g=1<<24,_=1024,v=2048,y=4096,ee=8192,b=16384,x=32768,te=1<<25,ne=65536,re=1<<18,ie=1<<19,ae=1<<20,oe=1<<25,se=1<<21,ce=1<<22,le=1<<23,ue=Symbol(`$state`),de=Symbol(`component`),fe=Symbol(`legacy props`),pe=Symbol(``),me=Symbol(`attributes`),he=Symbol(`class`),ge=Symbol(`style`),_e=Symbol(`text`),ve=Symbol(`form reset`),ye=new class extends Error{name=`StaleReactionError`;message="The reaction that called `getAbortSignal()` was re-run or destroyed"},be=!!globalThis.document?.contentType&&globalThis.document.contentType.includes(`xml`),xe={},S=Symbol(`uninitialized`),Se=`http://www.w3.org/1999/xhtml`;function Ce(){console.warn(`https://svelte.dev/e/derived_inert`)}function we(e){console.warn(`https://svelte.dev/e/hydration_mismatch`)}function Te(){console.warn(`https://svelte.dev/e/select_multiple_invalid_value`)}function Ee(){console.warn(`https://svelte.dev/e/svelte_boundary_reset_noop`)}var C=!1;function De(e){C=e}var w;function T(e){if(e===null)throw we(),xe;return w=e}function Oe(){return T(ln(w))}function E(e){if(C){if(ln(w)!==null)throw we(),xe;w=e}}function ke(e=1){if(C){for(var t=e,n=w;t--;)n=ln(n);w=n}}function Ae(e=!0){for(var t=0,n=w;;){if(n.nodeType===8){var r=n.data;if(r===`]`){if(t===0)return n;--t}else(r===`[`||r===`[!`||r[0]===`[`&&!isNaN(Number(r.slice(1))))&&(t+=1)}var i=ln(n);e&&n.remove(),n=i}}function je(e){if(!e||e.nodeType!==8)throw we(),xe;return e.data}function Me(e){return e===this.v}function Ne(e,t){return e==e?e!==t||typeof e==`object`&&!!e||typeof e==`function`:t==t}function Pe(e){return!Ne(e,this.v)}function Fe(){throw Error(`https://svelte.dev/e/async_derived_orphan`)}function Ie(e,t,n){throw Error(`https://svelte.dev/e/each_key_duplicate`)}function Le(e){throw Error(`https://svelte.dev/e/effect_in_teardown`)}function Re(){throw Error(`https://svelte.dev/e/effect_in_unowned_derived`)}function ze(e){throw Error(`https://svelte.dev/e/effect_orphan`)}function Be(){throw Error(`https://svelte.dev/e/effect_update_depth_exceeded`)}function Ve(e){throw Error(`https://svelte.dev/e/props_invalid_value`)}function He(){throw Error(`https://svelte.dev/e/state_descriptors_fixed`)}function Ue(){throw Error(`https://svelte.dev/e/state_prototype_fixed`)}function We(){throw Error(`https://svelte.dev/e/state_unsafe_mutation`)}function Ge(){throw Error(`https://svelte.dev/e/svelte_boundary_reset_onerror`)}var Ke=!1;function qe(){Ke=!0}var D=null;function Je(e){D=e}function Ye(e,t=!1,n){D={p:D,i:!1,c:null,e:null,s:e,x:null,r:U,l:Ke&&!t?{s:null,u:null,$:[]}:null}}function Xe(e){var t=D,n=t.e;if(n!==null){t.e=null;for(var r of n)Cn(r)}return e!==void 0&&(t.x=e),t.i=!0,D=t.p,Ze(e)}function Ze(e={}){return i(e,de,{value:!0}),e}function Qe(){return!Ke||D!==null&&D.l===null}var $e=[];function et(){var e=$e;$e=[],p(e)}function O(e){if($e.length===0&&!Ot){var t=$e;queueMicrotask(()=>{t===$e&&et()})}$e.push(e)}function tt(){for(;$e.length>0;)et()}var nt=~(v|y|_);function k(e,t){e.f=e.f&nt|t}function rt(e){e.f&512||e.deps===null?k(e,_):k(e,y)}function it(e,t){e.f&2048?t.set(e,v):e.f&4096&&t.get(e)!==2048&&t.set(e,y),k(e,_)}function at(e){C&&F(e)!==null&&fn(e)}var ot=!1;function st(){ot||(ot=!0,document.addEventListener(`reset`,e=>{Promise.resolve().then(()=>{if(!e.defaultPrevented)for(let t of e.target.elements)t[ve]?.()})},{capture:!0}))}function ct(e){var t=V,n=U;H(null),qn(null);try{return e()}finally{H(t),qn(n)}}function lt(e,t,n,r=n){e.addEventListener(t,()=>ct(n));let i=e[ve];e[ve]=i?()=>{i(),r(!0)}:()=>r(!0),st()}function ut(e,t,n,r){let i=Qe()?mt:vt;var a=e.filter(e=>!e.settled),o=t.map(i);if(n.length===0&&a.length===0){r(o);return}var s=U,c=dt(),l=a.length===1?a[0].promise:a.length>1?Promise.all(a.map(e=>e.promise)):null;function u(e){if(!(s.f&16384)){c();try{r([...o,...e])}catch(e){_n(e,s)}ft()}}var d=pt();if(n.length===0){l.then(()=>u([])).finally(d);return}function f(){Promise.all(n.map(e=>gt(e))).then(u).catch(e=>_n(e,s)).finally(d)}l?l.then(()=>{s.f&16384?d():(c(),f(),ft())}):f()}function dt(){var e=U,t=V,n=D,r=A;return function(i=!0){qn(e),H(t),Je(n),i&&!(e.f&16384)&&(r?.activate(),r?.apply())}}function ft(e=!0){qn(null),H(null),Je(null),e&&A?.deactivate()}function pt(){var e=U,t=e.b,n=A,r=!!t?.is_rendered();return t?.update_pending_count(1,n),n.increment(r,e),()=>{t?.update_pending_count(-1,n),n.decrement(r,e)}}function mt(e){var t=2|v;return U!==null&&(U.f|=ie),{ctx:D,deps:null,effects:null,equals:Me,f:t,fn:e,reactions:null,rv:0,v:S,wv:0,parent:U,ac:null}}var ht=Symbol(`obsolete`);function gt(e,t,n){let r=U;r===null&&Fe();var i=void 0,a=Gt(S),o=!V,s=new Set;return Dn(()=>{var t=U,n=m();i=n.promise;try{Promise.resolve(e()).then(n.resolve,e=>{e!==ye&&n.reject(e)}).finally(ft)}catch(e){n.reject(e),ft()}var c=A;if(o){if(t.f&32768)var l=pt();if(r.b?.is_rendered())c.async_deriveds.get(t)?.reject(ht);else for(let e of s.values())e.reject(ht);s.add(n),c.async_deriveds.set(t,n)}let u=(e,t=void 0)=>{l?.(),s.delete(n),t!==ht&&(c.activate(),t?(a.f|=le,Yt(a,t)):(a.f&8388608&&(a.f^=le),Yt(a,e)),c.deactivate())};n.promise.then(u,e=>u(null,e||`unknown`))}),xn(()=>{for(let e of s)e.reject(ht)}),new Promise(e=>{function t(n){function r(){n===i?e(a):t(i)}n.then(r,r)}t(i)})}function _t(e){let t=mt(e);return Yn(t),t}function vt(e){let t=mt(e);return t.equals=Pe,t}function yt(e){var t=e.effects;if(t!==null){e.effects=null;for(var n=0;n<t.length;n+=1)B(t[n])}}function bt(e){var t,n=U,r=e.parent;if(!Wn&&r!==null&&e.v!==S&&r.f&24576)return Ce(),e.v;qn(r);try{yt(e),t=ir(e)}finally{qn(n)}return t}function xt(e){var t=bt(e);!e.equals(t)&&(e.wv=tr(),(!A?.is_fork||e.deps===null)&&(A===null?e.v=t:(A.capture(e,t,!0),Tt?.capture(e,t,!0)),e.deps===null))?k(e,_):Wn||(Et===null?rt(e):(bn()||A?.is_fork)&&Et.set(e,t))}function St(e){if(e.effects!==null)for(let t of e.effects)(t.teardown||t.ac)&&(t.teardown?.(),t.ac!==null&&ct(()=>{t.ac.abort(ye),t.ac=null}),t.fn!==null&&(t.teardown=d),sr(t,0),Pn(t))}function Ct(e){if(e.effects!==null)for(let t of e.effects)t.teardown&&t.fn!==null&&cr(t)}var wt=null,A=null,Tt=null,Et=null,Dt=null,Ot=!1,kt=!1,At=null,jt=null,Mt=0,Nt=1,Pt=class e{id=Nt++;started=!1;linked=!0;prev=null;next=null;async_deriveds=new Map;current=new Map;previous=new Map;#e=new Set;#t=new Set;#n=0;#r=new Map;#i=null;#a=[];#o=[];#s=new Map;#c=new Map;#l=new Set;is_fork=!1;#u=!1;constructor(){wt===null?wt=this:(wt.next=this,this.prev=wt),wt=this}#d(){if(this.is_fork)return!0;for(let e of this.#r.keys())if(!this.#f(e))return!0;return!1}#f(e){for(var t=e;t!==null;t=t.parent)if(this.#c.has(t))return!0;return!1}skip_effect(e){this.#c.has(e)||this.#c.set(e,{d:[],m:[]}),this.#l.delete(e)}unskip_effect(e,t=e=>this.schedule(e)){var n=this.#c.get(e);if(n){this.#c.delete(e);for(var r of n.d)k(r,v),t(r);for(r of n.m)k(r,y),t(r)}this.#l.add(e)}#p(){var e=[];for(let i of this.#a)if(!(i.f&16384||!(i.f&6144))){for(var t=i,n=!1;t.parent!==null;){t=t.parent;var r=t.f;if(r&96){if(!(r&1024)){n=!0;break}t.f^=_}}n||e.push(t)}return this.#a=[],e}#m(){this.started=!0;for(let[e,t]of this.#s)k(e,t),this.schedule(e);this.apply();for(var t=At=[],n=[],r=jt=[];this.#a.length>0;){Mt++>1e3&&(this.#b(),It());for(let e of this.#p())try{this.#h(e,t,n)}catch(t){throw Vt(e),this.#d()||this.discard(),t}}if(A=null,r.length>0){var i=e.ensure();for(let e of r)i.schedule(e)}if(At=null,jt=null,this.#d()){this.#y(n),this.#y(t);for(let[e,t]of this.#c)Bt(e,t);r.length>0&&A.#m();return}let a=this.#g();if(a)this.#y(n),this.#y(t),a.#v(this);else{this.#s.clear();for(let e of this.#e)e(this);this.#e.clear(),Tt=this,Rt(n),Rt(t),Tt=null,this.#i?.resolve();var o=A;this.#n===0&&(this.#a.length===0||o!==null)&&this.#b(),o!==null&&(Ut.clear(),o.#m())}}#h(e,t,n){e.f^=_;for(var r=e.first;r!==null;){var i=r.f,a=!!(i&96);if(!(a&&i&1024||i&8192||this.#c.has(r))&&r.fn!==null){a?r.f^=_:i&4?t.push(r):nr(r)&&(i&16&&this.add_dirty_reaction(r,y),cr(r));var o=r.first;if(o!==null){r=o;continue}}for(;r!==null;){var s=r.next;if(s!==null){r=s;break}r=r.parent}}}#g(){for(var e=this.prev;e!==null;e=e.prev)if(!e.is_fork&&this.#_(e))return e;return null}#_(e){for(let[t,[,n]]of this.current)if(!n&&e.current.has(t))return!0;return!1}#v(e){for(let[t,n]of e.current)!this.previous.has(t)&&e.previous.has(t)&&this.previous.set(t,e.previous.get(t)),this.current.set(t,n);for(let[t,n]of e.async_deriveds){let e=this.async_deriveds.get(t);e&&n.promise.then(e.resolve).catch(e.reject)}e.async_deriveds.clear(),this.transfer_reactions(e.#s);let t=e=>{var n=e.reactions;if(n!==null&&!(e.f&2&&!(e.f&6144)))for(let e of n){var r=e.f;if(r&2)t(e);else{var i=e;r&4194320&&!this.async_deriveds.has(i)&&(this.#s.delete(i),k(i,v),this.schedule(i))}}};for(let e of this.current.keys())t(e);this.oncommit(()=>e.discard()),e.#b(),A=this,this.#m()}#y(e){for(var t=0;t<e.length;t+=1)it(e[t],this.#s)}capture(e,t,n=!1){e.v!==S&&!this.previous.has(e)&&this.previous.set(e,e.v),e.f&8388608||(this.current.set(e,[t,n]),Et?.set(e,t)),this.is_fork||(e.v=t)}activate(){A=this}deactivate(){A=null,Et=null}flush(){try{kt=!0,A=this,this.#m()}finally{Mt=0,Dt=null,At=null,jt=null,kt=!1,A=null,Et=null,Ut.clear()}}discard(){for(let e of this.#t)e(this);this.#t.clear();for(let e of this.async_deriveds.values())e.reject(ht);this.#b(),this.#i?.resolve()}register_created_effect(e){this.#o.push(e)}increment(e,t){if(this.#n+=1,e){let e=this.#r.get(t)??0;this.#r.set(t,e+1)}}decrement(e,t){if(--this.#n,e){let e=this.#r.get(t)??0;e===1?this.#r.delete(t):this.#r.set(t,e-1)}this.#u||(this.#u=!0,O(()=>{this.#u=!1,this.linked&&this.flush()}))}transfer_reactions(e){for(let[t,n]of e)this.add_dirty_reaction(t,n);e.clear()}add_dirty_reaction(e,t){(t===2048||this.#s.get(e)!==2048)&&this.#s.set(e,t)}oncommit(e){this.#e.add(e)}ondiscard(e){this.#t.add(e)}settled(){return(this.#i??=m()).promise}static ensure(){if(A===null){let t=A=new e;!kt&&!Ot&&O(()=>{t.started||t.flush()})}return A}apply(){Et=null}schedule(e){Dt=e,e.b?.is_pending&&e.f&16777228&&!(e.f&32768)?e.b.defer_effect(e):this.#a.push(e)}#b(){if(this.linked){var e=this.prev,t=this.next;e===null||(e.next=t),t===null?wt=e:t.prev=e,this.linked=!1}}};function Ft(e){var t=Ot,n=Tt;Tt=null,Ot=!0;try{var r;for(e&&(Ft(),r=e());;){if(tt(),A===null)return r;A.flush()}}finally{Ot=t,Tt=n}}function It(){try{Be()}catch(e){_n(e,Dt)}}var Lt=null;function Rt(e){var t=e.length;if(t!==0){for(var n=0;n<t;){var r=e[n++];if(!(r.f&24576)&&nr(r)&&(Lt=new Set,cr(r),r.deps===null&&r.first===null&&r.nodes===null&&r.teardown===null&&r.ac===null&&Ln(r),Lt?.size>0)){Ut.clear();for(let e of Lt){if(e.f&24576)continue;let t=[e],n=e.parent;for(;n!==null;)Lt.has(n)&&(Lt.delete(n),t.push(n)),n=n.parent;for(let e=t.length-1;e>=0;e--){let n=t[e];n.f&24576||cr(n)}}Lt.clear()}}Lt=null}}function zt(e){A.schedule(e)}function Bt(e,t){if(!(e.f&32&&e.f&1024)){e.f&2048?t.d.push(e):e.f&4096&&t.m.push(e),k(e,_);for(var n=e.first;n!==null;)Bt(n,t),n=n.next}}function Vt(e){k(e,_);for(var t=e.first;t!==null;)Vt(t),t=t.next}var Ht=new Set,Ut=new Map,Wt=!1;function Gt(e,t){return{f:0,v:e,reactions:null,equals:Me,rv:0,wv:0}}function j(e,t){let n=Gt(e,t);return Yn(n),n}function Kt(e,t=!1,n=!0){let r=Gt(e);return t||(r.equals=Pe),Ke&&n&&D!==null&&D.l!==null&&(D.l.s??=[]).push(r),r}function M(e,t,n=!1){return V!==null&&(!Kn||V.f&131072)&&Qe()&&V.f&4325394&&(Jn===null||!Jn.has(e))&&We(),Yt(e,n?N(t):t,jt)}var qt=null,Jt=0;function Yt(e,t,n=null){if(!e.equals(t)){Wn?Ut.set(e,t):Ut.has(e)||Ut.set(e,e.v);var r=Pt.ensure();if(r.capture(e,t),e.f&2){let t=e;e.f&2048&&bt(t),Et===null&&rt(t)}e.wv=tr(),qt=null,Jt=0,$t(e,v,n),qt=null,Qe()&&U!==null&&U.f&1024&&!(U.f&96)&&(K===null?Xn([e]):K.push(e)),!r.is_fork&&Ht.size>0&&!Wt&&Xt()}return t}function Xt(){Wt=!1;for(let e of Ht){e.f&1024&&k(e,y);let t;try{t=nr(e)}catch{t=!0}t&&cr(e)}Ht.clear()}function Zt(e,t=1){var n=q(e),r=t===1?n++:n--;return M(e,n),r}function Qt(e){M(e,e.v+1)}function $t(e,t,n){var r=e.reactions;if(r!==null){var i=Qe(),a=r.length;if(Jt+=a,Jt>1e5&&qt===null&&(qt=new Set),qt!==null){if(qt.has(e))return;qt.add(e)}for(var o=0;o<a;o++){var s=r[o],c=s.f;if(i||s!==U){var l=(c&v)===0;if(l&&k(s,t),c&131072)Ht.add(s);else if(c&2){var u=s;Et?.delete(u),$t(u,y,n)}else if(l){var d=s;c&16&&Lt!==null&&Lt.add(d),n===null?zt(d):n.push(d)}}}}}function N(t){if(typeof t!=`object`||!t||ue in t||de in t)return t;let n=l(t);if(n!==s&&n!==c)return t;var r=new Map,i=e(t),o=j(0),u=null,d=$n,f=e=>{if($n===d)return e();var t=V,n=$n;H(null),er(d);var r=e();return H(t),er(n),r};return i&&r.set(`length`,j(t.length,u)),new Proxy(t,{defineProperty(e,t,n){`value`in n&&n.configurable!==!1&&n.enumerable!==!1&&n.writable!==!1||He();var i=r.get(t);return i===void 0?f(()=>{var e=j(n.value,u);return r.set(t,e),e}):M(i,n.value,!0),!0},deleteProperty(e,t){var n=r.get(t);if(n===void 0){if(t in e){let e=f(()=>j(S,u));r.set(t,e),Qt(o)}}else M(n,S),Qt(o);return!0},get(e,n,i){if(n===ue)return t;var o=r.get(n),s=n in e;if(o===void 0&&(!s||a(e,n)?.writable)&&(o=f(()=>j(N(s?e[n]:S),u)),r.set(n,o)),o!==void 0){var c=q(o);return c===S?void 0:c}return Reflect.get(e,n,i)},getOwnPropertyDescriptor(e,t){this.has?.(e,t);var n=Reflect.getOwnPropertyDescriptor(e,t),i=r.get(t);if(i!==void 0){var a=q(i);if(a===S)return;if(n&&`value`in n)n.value=a;else return{enumerable:!0,configurable:!0,value:a,writable:!0}}return n},has(e,t){if(t===ue)return!0;var n=r.get(t),i=n!==void 0&&n.v!==S||Reflect.has(e,t);return(n!==void 0||(U!==null||V!==null)&&(!i||a(e,t)?.writable))&&(n===void 0&&(n=f(()=>j(i?N(e[t]):S,u)),r.set(t,n)),q(n)===S)?!1:i},set(e,t,n,s){var c=r.get(t),l=t in e;if(i&&t===`length`)for(var d=n;d<c.v;d+=1){var p=r.get(d+``);p===void 0?d in e&&(p=f(()=>j(S,u)),r.set(d+``,p)):M(p,S)}if(c===void 0)(!l||a(e,t)?.writable)&&(c=f(()=>j(void 0,u)),M(c,N(n)),r.set(t,c));else{l=c.v!==S;var m=f(()=>N(n));M(c,m)}var h=Reflect.getOwnPropertyDescriptor(e,t);if(h?.set&&h.set.call(s,n),!l){if(i&&typeof t==`string`){var g=r.get(`length`),_=Number(t);Number.isInteger(_)&&_>=g.v&&M(g,_+1)}Qt(o)}return!0},ownKeys(e){q(o);var t=Reflect.ownKeys(e).filter(e=>{var t=r.get(e);return t===void 0||t.v!==S});for(var[n,i]of r)i.v!==S&&!(n in e)&&t.push(n);return t},setPrototypeOf(){Ue()}})}function en(e){try{if(typeof e==`object`&&e&&ue in e)return e[ue]}catch{}return e}function tn(e,t){return Object.is(en(e),en(t))}var nn,rn,an,on,sn;function cn(){if(nn===void 0){nn=window,rn=document,an=/Firefox/.test(navigator.userAgent);var e=Element.prototype,t=Node.prototype,n=Text.prototype;on=a(t,`firstChild`).get,sn=a(t,`nextSibling`).get,u(e)&&(e[he]=void 0,e[me]=null,e[ge]=void 0,e.__e=void 0),u(n)&&(n[_e]=void 0)}}function P(e=``){return document.createTextNode(e)}function F(e){return on.call(e)}function ln(e){return sn.call(e)}function un(e,t){if(!C)return F(e);var n=F(w);if(n===null)n=w.appendChild(P());else if(t&&n.nodeType!==3){var r=P();return n?.before(r),T(r),r}return t&&hn(n),T(n),n}function dn(e,t=!1){if(!C){var n=F(e);return n instanceof Comment&&n.data===``?ln(n):n}if(t){if(w?.nodeType!==3){var r=P();return w?.before(r),T(r),r}hn(w)}return w}function I(e,t=!1){if(!C)return F(e);var n=un(e,t);return E(e),n}function L(e,t=1,n=!1){let r=C?w:e;for(var i;t--;)i=r,r=ln(r);if(!C)return r;if(n){if(r?.nodeType!==3){var a=P();return r===null?i?.after(a):r.before(a),T(a),a}hn(r)}return T(r),r}function fn(e){e.textContent=``}function pn(){return!1}function mn(e,t,n){return t==null||t===`http://www.w3.org/1999/xhtml`?n?document.createElement(e,{is:n}):document.createElement(e):n?document.createElementNS(t,e,{is:n}):document.createElementNS(t,e)}function hn(e){if(e.nodeValue.length<65536)return;let t=e.nextSibling;for(;t!==null&&t.nodeType===3;)t.remove(),e.nodeValue+=t.nodeValue,t=e.nextSibling}function gn(e){var t=U;if(t===null)return V.f|=le,e;if(!(t.f&32768)&&!(t.f&4))throw e;_n(e,t)}function _n(e,t){if(e===xe)throw e;if(!(t!==null&&t.f&16384)){for(;t!==null;){if(t.f&128&&!(t.f&33570816)){if(!(t.f&32768))throw e;try{t.b.error(e);return}catch(t){e=t}}t=t.parent}throw e}}function vn(e){U===null&&(V===null&&ze(e),Re()),Wn&&Le(e)}function yn(e,t){var n=t.last;n===null?t.last=t.first=e:(n.next=e,e.prev=n,t.last=e)}function R(e,t){var n=U;n!==null&&n.f&8192&&(e|=ee);var r={ctx:D,deps:null,nodes:null,f:e|v|512,first:null,fn:t,last:null,next:null,parent:n,b:n&&n.b,prev:null,teardown:null,wv:0,ac:null};A?.register_created_effect(r);var i=r;if(e&4)At===null?Pt.ensure().schedule(r):At.push(r);else if(t!==null){try{cr(r)}catch(e){throw B(r),e}i.deps===null&&i.teardown===null&&i.nodes===null&&i.first===i.last&&!(i.f&524288)&&(i=i.first,e&16&&e&65536&&i!==null&&(i.f|=ne))}if(i!==null&&(i.parent=n,n!==null&&yn(i,n),V!==null&&V.f&2&&!(e&64))){var a=V;(a.effects??=[]).push(i)}return r}function bn(){return V!==null&&!Kn}function xn(e){let t=R(8,null);return k(t,_),t.teardown=e,t}function Sn(e){vn(`$effect`);var t=U.f;if(!V&&t&32&&D!==null&&!D.i){var n=D;(n.e??=[]).push(e)}else return Cn(e)}function Cn(e){return R(4|ae,e)}function wn(e){return vn(`$effect.pre`),R(8|ae,e)}function Tn(e){Pt.ensure();let t=R(64|ie,e);return(e={})=>new Promise(n=>{e.outro?Rn(t,()=>{B(t),n(void 0)}):(B(t),n(void 0))})}function En(e){return R(4,e)}function Dn(e){return R(ce|ie,e)}function On(e,t=0){return R(8|t,e)}function kn(e,t=[],n=[],r=[]){ut(r,t,n,t=>{R(8,()=>{e(...t.map(q))})})}function An(e,t=[],n=[],r=[]){ut(r,t,n,t=>{R(4,()=>e(...t.map(q)))})}function jn(e,t=0){return R(16|t,e)}function Mn(e,t=0){return R(g|t,e)}function z(e){return R(32|ie,e)}function Nn(e){var t=e.teardown;if(t!==null){let n=Wn,r=V;Gn(!0),H(null);try{t.call(null)}catch(t){_n(t,e.parent)}finally{Gn(n),H(r)}}}function Pn(e,t=!1){var n=e.first;for(e.first=e.last=null;n!==null;){let e=n.ac;e!==null&&ct(()=>{e.abort(ye)});var r=n.next;n.f&64?n.parent=null:B(n,t),n=r}}function Fn(e){for(var t=e.first;t!==null;){var n=t.next;t.f&32||B(t),t=n}}function B(e,t=!0){var n=!1;(t||e.f&262144)&&e.nodes!==null&&e.nodes.end!==null&&(In(e.nodes.start,e.nodes.end),n=!0),e.f|=te,Pn(e,t&&!n),sr(e,0);var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)e.stop();Nn(e),e.f^=te,e.f|=b;var i=e.parent;i!==null&&i.first!==null&&Ln(e),e.next=e.prev=e.teardown=e.ctx=e.deps=e.fn=e.nodes=e.ac=e.b=null}function In(e,t){for(;e!==null;){var n=e===t?null:ln(e);e.remove(),e=n}}function Ln(e){var t=e.parent,n=e.prev,r=e.next;n!==null&&(n.next=r),r!==null&&(r.prev=n),t!==null&&(t.first===e&&(t.first=r),t.last===e&&(t.last=n))}function Rn(e,t,n=!0){var r=[];e.f|=256,zn(e,r,!0);var i=()=>{n&&B(e),t&&t()},a=r.length;if(a>0){var o=()=>--a||i();for(var s of r)s.out(o)}else i()}function zn(e,t,n){if(!(e.f&8192)){e.f^=ee;var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)(e.is_global||n)&&t.push(e);for(var i=e.first;i!==null;){var a=i.next;if(!(i.f&64)){var o=!!(i.f&65536)||!!(i.f&32)&&!!(e.f&16);zn(i,t,o?n:!1)}i=a}}}function Bn(e){e.f&=-257,Vn(e,!0)}function Vn(e,t){if(!(e.f&256)&&e.f&8192){e.f^=ee,e.f&1024||(k(e,v),Pt.ensure().schedule(e));for(var n=e.first;n!==null;){var r=n.next,i=!!(n.f&65536)||!!(n.f&32);Vn(n,i?t:!1),n=r}var a=e.nodes&&e.nodes.t;if(a!==null)for(let e of a)(e.is_global||t)&&e.in()}}function Hn(e,t){if(e.nodes)for(var n=e.nodes.start,r=e.nodes.end;n!==null;){var i=n===r?null:ln(n);t.append(n),n=i}}var Un=null,Wn=!1;function Gn(e){Wn=e}var V=null,Kn=!1;function H(e){V=e}var U=null;function qn(e){U=e}var Jn=null;function Yn(e){V!==null&&(V.f&2097152||V.f&2)&&(Jn??=new Set).add(e)}var W=null,G=0,K=null;function Xn(e){K=e}var Zn=1,Qn=0,$n=Qn;function er(e){$n=e}function tr(){return++Zn}function nr(e){var t=e.f;if(t&2048)return!0;if(t&4096){for(var n=e.deps,r=n.length,i=0;i<r;i++){var a=n[i];if(nr(a)&&xt(a),a.wv>e.wv)return!0}t&512&&Et===null&&k(e,_)}return!1}function rr(e,t,n=!0){var r=e.reactions;if(r!==null&&!(Jn!==null&&Jn.has(e)))for(var i=0;i<r.length;i++){var a=r[i];a.f&2?rr(a,t,!1):t===a&&(n?k(a,v):a.f&1024&&k(a,y),zt(a))}}function ir(e){var t=W,n=G,r=K,i=V,a=Jn,o=D,s=Kn,c=$n,l=e.f;W=null,G=0,K=null,V=l&96?null:e,Jn=null,Je(e.ctx),Kn=!1,$n=++Qn,e.ac!==null&&(ct(()=>{e.ac.abort(ye)}),e.ac=null);try{e.f|=se;var u=e.fn,d=u();e.f|=x;var f=ar(e);if(Qe()&&K!==null&&!Kn&&f!==null&&!(e.f&6146))for(var p=0;p<K.length;p++)rr(K[p],e);if(i!==null&&i!==e){if(Qn++,i.deps!==null)for(let e=0;e<n;e+=1)i.deps[e].rv=Qn;if(t!==null)for(let e of t)e.rv=Qn;K!==null&&(r===null?r=K:r.push(...K))}return e.f&8388608&&(e.f^=le),d}catch(t){return ar(e),gn(t)}finally{e.f^=se,W=t,G=n,K=r,V=i,Jn=a,Je(o),Kn=s,$n=c}}function ar(e){var t=e.deps,n=A?.is_fork;if(W!==null){var r;if(n||sr(e,G),t!==null&&G>0)for(t.length=G+W.length,r=0;r<W.length;r++)t[G+r]=W[r];else e.deps=t=W;if(bn()&&e.f&512)for(r=G;r<t.length;r++)(t[r].reactions??=[]).push(e)}else!n&&t!==null&&G<t.length&&(sr(e,G),t.length=G);return t}function or(e,r){let i=r.reactions;if(i!==null){var a=t.call(i,e);if(a!==-1){var o=i.length-1;o===0?i=r.reactions=null:(i[a]=i[o],i.pop())}}if(i===null&&r.f&2&&(W===null||!n.call(W,r))){var s=r;s.f&512&&(s.f^=512),s.v!==S&&rt(s),s.ac!==null&&ct(()=>{s.ac.abort(ye),s.ac=null,k(s,v)}),St(s),sr(s,0)}}function sr(e,t){var n=e.deps;if(n!==null)for(var r=t;r<n.length;r++)or(e,n[r])}function cr(e){var t=e.f;if(!(t&16384)){k(e,_);var n=U;U=e;try{t&16777232?Fn(e):Pn(e),Nn(e);var r=ir(e);e.teardown=typeof r==`function`?r:null,e.wv=Zn}finally{U=n}}}async function lr(){await Promise.resolve(),Ft()}function q(e){var t=!!(e.f&2);if(Un?.add(e),V!==null&&!Kn&&!(U!==null&&U.f&16384)&&(Jn===null||!Jn.has(e))){var r=V.deps;if(V.f&2097152)e.rv<Qn&&(e.rv=Qn,W===null&&r!==null&&r[G]===e?G++:W===null?W=[e]:W.push(e));else{V.deps??=[],n.call(V.deps,e)||V.deps.push(e);var i=e.reactions;i===null?e.reactions=[V]:n.call(i,V)||i.push(V)}}if(Wn&&Ut.has(e))return Ut.get(e);if(t){var a=e;if(Wn){var o=a.v;return(!(a.f&1024)&&a.reactions!==null||dr(a))&&(o=bt(a)),Ut.set(a,o),o}var s=!(a.f&512)&&!Kn&&V!==null&&!!(V.f&512),c=(a.f&x)===0;nr(a)&&(s&&(a.f|=512),xt(a)),s&&!c&&(Ct(a),ur(a))}if(Et?.has(e))return Et.get(e);if(e.f&8388608)throw e.v;return e.v}function ur(e){if(e.f|=512,e.deps!==null)for(let r of e.deps){var t=r.reactions;t===null?r.reactions=[e]:n.call(t,e)||t.push(e),r.f&2&&!(r.f&512)&&(Ct(r),ur(r))}}function dr(e){if(e.v===S)return!0;if(e.deps===null)return!1;for(let t of e.deps)if(Ut.has(t)||t.f&2&&dr(t))return!0;return!1}function fr(e){var t=Kn;try{return Kn=!0,e()}finally{Kn=t}}function pr(e){if(!(typeof e!=`object`||!e||e instanceof EventTarget)){if(ue in e)mr(e);else if(!Array.isArray(e))for(let t in e){let n=e[t];typeof n==`object`&&n&&ue in n&&mr(n)}}}function mr(e,t=new Set){if(typeof e==`object`&&e&&!(e instanceof EventTarget)&&!t.has(e)){t.add(e),e instanceof Date&&e.getTime();for(let n in e)try{mr(e[n],t)}catch{}let n=l(e);if(n!==Object.prototype&&n!==Array.prototype&&n!==Map.prototype&&n!==Set.prototype&&n!==Date.prototype){let t=o(n);for(let n in t){let r=t[n].get;if(r)try{r.call(e)}catch{}}}}}[...`allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback`.split(`.`)];var hr=[`touchstart`,`touchmove`];function gr(e){return hr.includes(e)}var _r=Symbol(`events`),vr=new Set,yr=new Set;function br(e,t,n,r={}){function i(e){if(r.capture||Er.call(t,e),!e.cancelBubble)return ct(()=>n?.call(this,e))}return e.startsWith(`pointer`)||e.startsWith(`touch`)||e===`wheel`?(i.__removed=!1,O(()=>{i.__removed||t.addEventListener(e,i,r)})):t.addEventListener(e,i,r),i}function xr(e,t,n,r,i){var a={capture:r,passive:i},o=br(e,t,n,a);(t===document.body||t===window||t===document||t instanceof HTMLMediaElement)&&xn(()=>{o.__removed=!0,t.removeEventListener(e,o,a)})}function Sr(e,t,n){(t[_r]??={})[e]=n}function Cr(e){for(var t=0;t<e.length;t++)vr.add(e[t]);for(var n of yr)n(e)}var wr=null,Tr=!1;function Er(e){var t=this,n=t.ownerDocument,r=e.type,a=e.composedPath?.()||[],o=a[0]||e.target;wr=e,Tr||(Tr=!0,setTimeout(()=>{Tr=!1,wr=null}));var s=0,c=wr===e&&e[_r];if(c){var l=a.indexOf(c);if(l!==-1&&(t===document||t===window)){e[_r]=t;return}var u=a.indexOf(t);if(u===-1)return;l<=u&&(s=l)}if(o=a[s]||e.target,o!==t){i(e,`currentTarget`,{configurable:!0,get(){return o||n}});var d=V,f=U;H(null),qn(null);try{for(var p,m=[];o!==null&&o!==t;){try{var h=o[_r]?.[r];h==null||o.disabled&&e.target!==o||h.call(o,e)}catch(e){p?m.push(e):p=e}if(e.cancelBubble)break;s++,o=s<a.length?a[s]:null}if(p){for(let e of m)queueMicrotask(()=>{throw e});throw p}}finally{e[_r]=t,delete e.currentTarget,H(d),qn(f)}}}var Dr=globalThis?.window?.trustedTypes&&globalThis.window.trustedTypes.createPolicy(`svelte-trusted-html`,{createHTML:e=>e});function Or(e){return Dr?.createHTML(e)??e}function kr(e){var t=mn(`template`);return t.innerHTML=Or(e.replaceAll(`<!>`,`<!---->`)),t.content}function Ar(e,t){var n=U;n.nodes===null&&(n.nodes={start:e,end:t,a:null,t:null})}function jr(e,t){var n=!!(t&1),r=!!(t&2),i,a=!e.startsWith(`<!>`);return()=>{if(C)return Ar(w,null),w;i===void 0&&(i=kr(a?e:`<!>`+e),n||(i=F(i)));var t=r||an?document.importNode(i,!0):i.cloneNode(!0);if(n){var o=F(t),s=t.lastChild;Ar(o,s)}else Ar(t,t);return t}}function Mr(e,t,n=`svg`){var r=!e.startsWith(`<!>`),i=!!(t&1),a=`<${n}>${r?e:`<!>`+e}</${n}>`,o;return()=>{if(C)return Ar(w,null),w;if(!o){var e=F(kr(a));if(i)for(o=document.createDocumentFragment();F(e);)o.appendChild(F(e));else o=F(e)}var t=o.cloneNode(!0);if(i){var n=F(t),r=t.lastChild;Ar(n,r)}else Ar(t,t);return t}}function Nr(e,t){return Mr(e,t,`svg`)}function Pr(e=``){if(!C){var t=P(e+``);return Ar(t,t),t}var n=w;return n.nodeType===3?hn(n):(n.before(n=P()),T(n)),Ar(n,n),n}function Fr(){if(C)return Ar(w,null),w;var e=document.createDocumentFragment(),t=document.createComment(``),n=P();return e.append(t,n),Ar(t,n),e}function J(e,t){if(C){var n=U;n.f&32768&&n.nodes.end!==null||(n.nodes.end=w),Oe()}else e!==null&&e.before(t)}function Ir(e){let t=0,n=Gt(0),r;return()=>{bn()&&(q(n),On(()=>(t===0&&(r=fr(()=>e(()=>Qt(n)))),t+=1,()=>{O(()=>{--t,t===0&&(r?.(),r=void 0,Qt(n))})})))}}var Lr=ne|ie;function Rr(e,t,n,r){new zr(e,t,n,r)}var zr=class{parent;is_pending=!1;transform_error;#e;#t=C?w:null;#n;#r;#i;#a=null;#o=null;#s=null;#c=null;#l=0;#u=0;#d=!1;#f=new Map;#p=null;#m=Ir(()=>(this.#p=Gt(this.#l),()=>{this.#p=null}));constructor(e,t,n,r){this.#e=e,this.#n=t,this.#r=e=>{var t=U;t.b=this,t.f|=128,n(e)},this.parent=U.b,this.transform_error=r??this.parent?.transform_error??(e=>e),this.#i=jn(()=>{if(C){let e=je(this.#t);Oe();let t=e===`[!`;if(e.startsWith(`[?`)){let t=JSON.parse(e.slice(2));this.#g(t)}else t?this.#y():this.#h()}else this.#b()},Lr),C&&(this.#e=w)}#h(){try{this.#a=z(()=>this.#r(this.#e))}catch(e){this.error(e)}}#g(e){let t=this.#n.failed,{reset:n,invoke_onerror:r}=this.#_(e);O(r),t&&(this.#s=z(()=>{t(this.#e,()=>e,()=>n)}))}#_(e){var t=!1,n=!1;let r=()=>{this.#v()||(t?Ee():(t=!0,n&&Ge(),this.#s!==null&&Rn(this.#s,()=>{this.#s=null}),this.#S(()=>{this.#b()})))};return{reset:r,invoke_onerror:()=>{if(!this.#v())try{n=!0,this.#n.onerror?.(e,r),n=!1}catch(e){_n(e,this.#i&&this.#i.parent)}}}}#v(){return(this.#i.f&(b|te))!==0}#y(){let e=this.#n.pending;e&&(this.is_pending=!0,this.#o=z(()=>e(this.#e)),O(()=>{if(!this.#v()){var e=this.#c=document.createDocumentFragment(),t=P(),n=!1;e.append(t),this.#a=this.#S(()=>{try{return z(()=>this.#r(t))}catch(e){try{this.error(e),n=!0}catch(e){_n(e,this.#i.parent)}return null}}),this.#a===null?(this.#c=null,n&&this.#x(A)):this.#u===0&&(this.#e.before(e),this.#c=null,Rn(this.#o,()=>{this.#o=null}),this.#x(A))}}))}#b(){try{if(this.is_pending=this.has_pending_snippet(),this.#u=0,this.#l=0,this.#a=z(()=>{this.#r(this.#e)}),this.#u>0){var e=this.#c=document.createDocumentFragment();Hn(this.#a,e);let t=this.#n.pending;this.#o=z(()=>t(this.#e))}else this.#x(A)}catch(e){this.error(e)}}#x(e){this.is_pending=!1,e.transfer_reactions(this.#f)}defer_effect(e){it(e,this.#f)}is_rendered(){return!this.is_pending&&(!this.parent||this.parent.is_rendered())}has_pending_snippet(){return!!this.#n.pending}#S(e){var t=U,n=V,r=D;qn(this.#i),H(this.#i),Je(this.#i.ctx);try{return Pt.ensure(),e()}finally{qn(t),H(n),Je(r)}}#C(e,t){this.has_pending_snippet()?(this.#u+=e,this.#u===0&&(this.#x(t),this.#o&&Rn(this.#o,()=>{this.#o=null}),this.#c&&=(this.#e.before(this.#c),null))):this.parent&&this.parent.#C(e,t)}update_pending_count(e,t){this.#C(e,t),this.#l+=e,!this.#p||this.#d||(this.#d=!0,O(()=>{this.#d=!1,this.#p&&Yt(this.#p,this.#l)}))}get_effect_pending(){return this.#m(),q(this.#p)}error(e){if(e===xe||!this.#n.onerror&&!this.#n.failed)throw e;A?.is_fork?(this.#a&&A.skip_effect(this.#a),this.#o&&A.skip_effect(this.#o),this.#s&&A.skip_effect(this.#s),A.oncommit(()=>{this.#v()||this.#w(e)})):this.#w(e)}#w(e){this.#a&&=(B(this.#a),null),this.#o&&=(B(this.#o),null),this.#s&&=(B(this.#s),null),C&&(T(this.#t),ke(),T(Ae()));let t=this.#n.failed,n=e=>{if(this.#v())return;let{reset:n,invoke_onerror:r}=this.#_(e);r(),t&&!this.#v()&&(this.#s=this.#S(()=>{try{return z(()=>{var r=U;r.b=this,r.f|=128,t(this.#e,()=>e,()=>n)})}catch(e){return _n(e,this.#i.parent),null}}))};O(()=>{if(!this.#v()){var t;try{t=this.transform_error(e)}catch(e){_n(e,this.#i&&this.#i.parent);return}typeof t==`object`&&t&&typeof t.then==`function`?t.then(n,e=>_n(e,this.#i&&this.#i.parent)):n(t)}})}};function Y(e,t){var n=t==null?``:typeof t==`object`?`${t}`:t;n!==(e[_e]??=e.nodeValue)&&(e[_e]=n,e.nodeValue=`${n}`)}function Br(e,t){return Hr(e,t)}var Vr=new Map;function Hr(e,{target:t,anchor:n,props:i={},events:a,context:o,intro:s=!0,transformError:c}){cn();var l=void 0,u=Tn(()=>{var s=n??t.appendChild(P());Rr(s,{pending:()=>{}},t=>{Ye({});var n=D;if(o&&(n.c=o),a&&(i.$$events=a),C&&Ar(t,null),l=e(t,i)||Ze(),C&&(U.nodes.end=w,w===null||w.nodeType!==8||w.data!==`]`))throw we(),xe;Xe()},c);var u=new Set,d=e=>{for(var n=0;n<e.length;n++){var r=e[n];if(!u.has(r)){u.add(r);var i=gr(r);for(let e of[t,document]){var a=Vr.get(e);a===void 0&&(a=new Map,Vr.set(e,a));var o=a.get(r);o===void 0?(e.addEventListener(r,Er,{passive:i}),a.set(r,1)):a.set(r,o+1)}}}};return d(r(vr)),yr.add(d),()=>{for(var e of u)for(let n of[t,document]){var r=Vr.get(n),i=r.get(e);--i==0?(n.removeEventListener(e,Er),r.delete(e),r.size===0&&Vr.delete(n)):r.set(e,i)}yr.delete(d),s!==n&&s.parentNode?.removeChild(s)}});return Ur.set(l,u),l}var Ur=new WeakMap,Wr=class{anchor;#e=new Map;#t=new Map;#n=new Map;#r=new Set;#i=!0;constructor(e,t=!0){this.anchor=e,this.#i=t}#a=e=>{if(this.#e.has(e)){var t=this.#e.get(e),n=this.#t.get(t);if(n)Bn(n),this.#r.delete(t);else{var r=this.#n.get(t);r&&(Bn(r.effect),this.#t.set(t,r.effect),this.#n.delete(t),r.fragment.lastChild.remove(),this.anchor.before(r.fragment),n=r.effect)}for(let[t,n]of this.#e){if(this.#e.delete(t),t===e)break;let r=this.#n.get(n);r&&(B(r.effect),this.#n.delete(n))}for(let[e,r]of this.#t){if(e===t||this.#r.has(e))continue;let i=()=>{if(Array.from(this.#e.values()).includes(e)){var t=document.createDocumentFragment();Hn(r,t),t.append(P()),this.#n.set(e,{effect:r,fragment:t})}else B(r);this.#r.delete(e),this.#t.delete(e)};this.#i||!n?(this.#r.add(e),Rn(r,i,!1)):i()}}};#o=e=>{this.#e.delete(e);let t=Array.from(this.#e.values());for(let[e,n]of this.#n)t.includes(e)||(B(n.effect),this.#n.delete(e))};ensure(e,t){var n=A,r=pn();if(t&&!this.#t.has(e)&&!this.#n.has(e)){if(r){var i=document.createDocumentFragment(),a=P();i.append(a),this.#n.set(e,{effect:z(()=>t(a)),fragment:i})}else this.#t.set(e,z(()=>t(this.anchor)))}if(this.#e.set(n,e),r){for(let[t,r]of this.#t)t===e?n.unskip_effect(r):n.skip_effect(r);for(let[t,r]of this.#n)t===e?n.unskip_effect(r.effect):n.skip_effect(r.effect);n.oncommit(this.#a),n.ondiscard(this.#o)}else C&&(this.anchor=w),this.#a(n)}};function Gr(e,t,n=!1){var r;C&&(r=w,Oe());var i=new Wr(e),a=n?ne:0;function o(e,t){if(C){var n=je(r);if(e!==parseInt(n.substring(1))){var a=Ae();T(a),i.anchor=a,De(!1),i.ensure(e,t),De(!0);return}}i.ensure(e,t)}jn(()=>{var e=!1;t((t,n=0)=>{e=!0,o(n,t)}),e||o(-1,null)},a)}var Kr=Symbol(`NaN`);function qr(e,t,n){C&&Oe();var r=new Wr(e),i=!Qe();jn(()=>{var e=t();e!==e&&(e=Kr),i&&typeof e==`object`&&e&&(e={}),r.ensure(e,n)})}function Jr(e,t){return t}function Yr(e,t,n){for(var i=[],a=t.length,o,s=t.length,c=0;c<a;c++){let n=t[c];Rn(n,()=>{if(o){if(o.pending.delete(n),o.done.add(n),o.pending.size===0){var t=e.outrogroups;Xr(e,r(o.done)),t.delete(o),t.size===0&&(e.outrogroups=null)}}else--s},!1)}if(s===0){var l=i.length===0&&n!==null&&e.pending.size===0;if(l){var u=n,d=u.parentNode;fn(d),d.append(u),e.items.clear()}Xr(e,t,!l)}else o={pending:new Set(t),done:new Set},(e.outrogroups??=new Set).add(o)}function Xr(e,t,n=!0){var r;if(e.pending.size>0){r=new Set;for(let t of e.pending.values())for(let n of t)r.add(e.items.get(n).e)}for(var i=0;i<t.length;i++){var a=t[i];r?.has(a)?(a.f|=oe,Hn(a,document.createDocumentFragment())):B(t[i],n)}}var Zr;function Qr(t,n,i,a,o,s=null){var c=t,l=new Map;if(n&4){var u=t;c=C?T(F(u)):u.appendChild(P())}C&&Oe();var d=null,f=vt(()=>{var t=i();return e(t)?t:t==null?[]:r(t)}),p=new Map,m=!0;function h(e){if(!(_.effect.f&16384)){_.pending.delete(e);var t=q(f);_.fallback=d,ei(_,t,c,n,a),d!==null&&(t.length===0?d.f&33554432?(d.f^=oe,ni(d,null,c)):Bn(d):Rn(d,()=>{d=null}))}}function g(e){_.pending.delete(e)}var _={effect:jn(()=>{var e=q(f),t=e.length;let r=!1;C&&je(c)===`[!`!=(t===0)&&(c=Ae(),T(c),De(!1),r=!0);for(var u=new Set,_=A,v=pn(),y=0;y<t;y+=1){C&&w.nodeType===8&&w.data===`]`&&(c=w,r=!0,De(!1));var ee=e[y],b=a(ee,y),x=m?null:l.get(b);x?(x.v&&Yt(x.v,ee),x.i&&Yt(x.i,y),v&&_.unskip_effect(x.e)):(x=ti(l,m?c:Zr??=P(),ee,b,y,o,n,i),m||(x.e.f|=oe),l.set(b,x)),u.add(b)}if(t===0&&s&&!d&&(m?d=z(()=>s(c)):(d=z(()=>s(Zr??=P())),d.f|=oe)),t>u.size&&Ie(``,``,``),C&&t>0&&T(Ae()),!m){if(p.set(_,u),v){for(let[e,t]of l)u.has(e)||_.skip_effect(t.e);_.oncommit(h),_.ondiscard(g)}else h(_)}r&&De(!0),q(f)}),flags:n,items:l,pending:p,outrogroups:null,fallback:d};m=!1,C&&(c=w)}function $r(e){for(;e!==null&&!(e.f&32);)e=e.next;return e}function ei(e,t,n,i,a){var o=!!(i&8),s=t.length,c=e.items,l=$r(e.effect.first),u,d=null,f,p=[],m=[],h,g,_,v;if(o)for(v=0;v<s;v+=1)h=t[v],g=a(h,v),_=c.get(g).e,_.f&33554432||(_.nodes?.a?.measure(),(f??=new Set).add(_));for(v=0;v<s;v+=1){if(h=t[v],g=a(h,v),_=c.get(g).e,e.outrogroups!==null)for(let t of e.outrogroups)t.pending.delete(_),t.done.delete(_);if(_.f&8192&&(Bn(_),o&&(_.nodes?.a?.unfix(),(f??=new Set).delete(_))),_.f&33554432){if(_.f^=oe,_===l)ni(_,null,n);else{var y=d?d.next:l;_===e.effect.last&&(e.effect.last=_.prev),_.prev&&(_.prev.next=_.next),_.next&&(_.next.prev=_.prev),ri(e,d,_),ri(e,_,y),ni(_,y,n),d=_,p=[],m=[],l=$r(d.next);continue}}if(_!==l){if(u!==void 0&&u.has(_)){if(p.length<m.length){var ee=m[0],b;d=ee.prev;var x=p[0],te=p[p.length-1];for(b=0;b<p.length;b+=1)ni(p[b],ee,n);for(b=0;b<m.length;b+=1)u.delete(m[b]);ri(e,x.prev,te.next),ri(e,d,x),ri(e,te,ee),l=ee,d=te,--v,p=[],m=[]}else u.delete(_),ni(_,l,n),ri(e,_.prev,_.next),ri(e,_,d===null?e.effect.first:d.next),ri(e,d,_),d=_;continue}for(p=[],m=[];l!==null&&l!==_;)(u??=new Set).add(l),m.push(l),l=$r(l.next);if(l===null)continue}_.f&33554432||p.push(_),d=_,l=$r(_.next)}if(e.outrogroups!==null){for(let t of e.outrogroups)t.pending.size===0&&(Xr(e,r(t.done)),e.outrogroups?.delete(t));e.outrogroups.size===0&&(e.outrogroups=null)}if(l!==null||u!==void 0){var ne=[];if(u!==void 0)for(_ of u)_.f&8192||ne.push(_);for(;l!==null;)!(l.f&8192)&&l!==e.fallback&&ne.push(l),l=$r(l.next);var re=ne.length;if(re>0){var ie=i&4&&s===0?n:null;if(o){for(v=0;v<re;v+=1)ne[v].nodes?.a?.measure();for(v=0;v<re;v+=1)ne[v].nodes?.a?.fix()}Yr(e,ne,ie)}}o&&O(()=>{if(f!==void 0)for(_ of f)_.nodes?.a?.apply()})}function ti(e,t,n,r,i,a,o,s){var c=o&1?o&16?Gt(n):Kt(n,!1,!1):null,l=o&2?Gt(i):null;return{v:c,i:l,e:z(()=>(a(t,c??n,l??i,s),()=>{e.delete(r)}))}}function ni(e,t,n){if(e.nodes)for(var r=e.nodes.start,i=e.nodes.end,a=t&&!(t.f&33554432)?t.nodes.start:n;r!==null;){var o=ln(r);if(a.before(r),r===i)return;r=o}}function ri(e,t,n){t===null?e.effect.first=n:t.next=n,n===null?e.effect.last=t:n.prev=t}function ii(e,t,...n){var r=new Wr(e);jn(()=>{let e=t()??null;r.ensure(e,e&&(t=>e(t,...n)))},ne)}function ai(e,t,n){var r;C&&(r=w,Oe());var i=new Wr(e);jn(()=>{var e=t()??null;if(C&&je(r)===`[`!=(e!==null)){var a=Ae();T(a),i.anchor=a,De(!1),i.ensure(e,e&&(t=>n(t,e))),De(!0)}else i.ensure(e,e&&(t=>n(t,e)))},ne)}function oi(e,t){let n=null,r=C;var i;if(C){n=w;for(var a=F(document.head);a!==null&&(a.nodeType!==8||a.data!==e);)a=ln(a);if(a===null)De(!1);else{var o=ln(a);a.remove(),T(o)}}C||(i=document.head.appendChild(P()));try{jn(()=>{var e=z(()=>t(i));e.f|=re,C||(e.nodes===null?e.nodes={start:i,end:i,a:null,t:null}:e.nodes.end=i)})}finally{r&&(De(!0),T(n))}}function si(e,t){var n=void 0,r;Mn(()=>{n!==(n=t())&&(r&&=(B(r),null),n&&(r=z(()=>{En(()=>n(e))})))})}function ci(e){var t,n,r=``;if(typeof e==`string`||typeof e==`number`)r+=e;else if(typeof e==`object`){if(Array.isArray(e)){var i=e.length;for(t=0;t<i;t++)e[t]&&(n=ci(e[t]))&&(r&&(r+=` `),r+=n)}else for(n in e)e[n]&&(r&&(r+=` `),r+=n)}return r}function li(){for(var e,t,n=0,r=``,i=arguments.length;n<i;n++)(e=arguments[n])&&(t=ci(e))&&(r&&(r+=` `),r+=t);return r}function ui(e){return typeof e==`object`?li(e):e??``}var di=[...` 	
\r\f\xA0\v﻿`];function fi(e,t,n){var r=e==null?``:``+e;if(t&&(r=r?r+` `+t:t),n){for(var i of Object.keys(n))if(n[i])r=r?r+` `+i:i;else if(r.length)for(var a=i.length,o=0;(o=r.indexOf(i,o))>=0;){var s=o+a;(o===0||di.includes(r[o-1]))&&(s===r.length||di.includes(r[s]))?r=(o===0?``:r.substring(0,o))+r.substring(s+1):o=s}}return r===``?null:r}function pi(e,t=!1){var n=t?` !important;`:`;`,r=``;for(var i of Object.keys(e)){var a=e[i];a!=null&&a!==``&&(r+=` `+i+`: `+a+n)}return r}function mi(e){return e[0]!==`-`||e[1]!==`-`?e.toLowerCase():e}function hi(e,t){if(t){var n=``,r,i;if(Array.isArray(t)?(r=t[0],i=t[1]):r=t,e){e=String(e).replaceAll(/\/\*.*?\*\//g,``).trim();var a=!1,o=0,s=!1,c=[];r&&c.push(...Object.keys(r).map(mi)),i&&c.push(...Object.keys(i).map(mi));var l=0,u=-1;let t=e.length;for(var d=0;d<t;d++){var f=e[d];if(s?f===`/`&&e[d-1]===`*`&&(s=!1):a?a===f&&(a=!1):f===`/`&&e[d+1]===`*`?s=!0:f===`"`||f===`'`?a=f:f===`(`?o++:f===`)`&&o--,!s&&a===!1&&o===0){if(f===`:`&&u===-1)u=d;else if(f===`;`||d===t-1){if(u!==-1){var p=mi(e.substring(l,u).trim());if(!c.includes(p)){f!==`;`&&d++;var m=e.substring(l,d).trim();n+=` `+m+`;`}}l=d+1,u=-1}}}}return r&&(n+=pi(r)),i&&(n+=pi(i,!0)),n=n.trim(),n===``?null:n}return e==null?null:String(e)}function gi(e,t,n,r,i,a){var o=e[he];if(C||o!==n||o===void 0){var s=fi(n,r,a);C&&s===e.getAttribute(`class`)||(s==null?e.removeAttribute(`class`):t?e.className=s:e.setAttribute(`class`,s)),e[he]=n}else if(a&&i!==a)for(var c in a){var l=!!a[c];(i==null||l!==!!i[c])&&e.classList.toggle(c,l)}return a}function _i(e,t={},n,r){for(var i in n){var a=n[i];t[i]!==a&&(n[i]==null?e.style.removeProperty(i):e.style.setProperty(i,a,r))}}function vi(e,t,n,r){var i=e[ge];if(C||i!==t){var a=hi(t,r);C&&a===e.getAttribute(`style`)||(a==null?e.removeAttribute(`style`):e.style.cssText=a),e[ge]=t}else r&&(Array.isArray(r)?(_i(e,n?.[0],r[0]),_i(e,n?.[1],r[1],`important`)):_i(e,n,r));return r}function yi(e,t){t?e.hasAttribute(`selected`)||e.setAttribute(`selected`,``):e.removeAttribute(`selected`)}function bi(t,n){var r=t.__defaultValue,i=t.multiple,a=i?r??[]:null;if(!i||e(a)){var o=t.selectedIndex,s=n&&i?new Set(t.selectedOptions):null;for(var c of t.options){var l=wi(c);yi(c,i?a.includes(l):tn(l,r))}if(n){if(s!==null)for(c of t.options){var u=s.has(c);c.selected!==u&&(c.selected=u)}else t.selectedIndex!==o&&(t.selectedIndex=o)}}}function xi(t,n,r=!1){if(t.multiple){if(n==null)return;if(!e(n))return Te();for(var i of t.options)i.selected=n.includes(wi(i))}else{for(i of t.options)if(tn(wi(i),n)){i.selected=!0;return}r&&n===void 0||(t.selectedIndex=-1)}}function Si(e){var t=new MutationObserver(t=>{t.every(Ti)||(`__defaultValue`in e&&bi(e,!1),`__value`in e&&xi(e,e.__value))});t.observe(e,{childList:!0,subtree:!0,attributes:!0,attributeFilter:[`value`]}),xn(()=>{t.disconnect()})}function Ci(e,t,n=t){var r=new WeakSet,i=!0;lt(e,`change`,t=>{var i=t?`[selected]`:`:checked`,a;if(e.multiple)a=[].map.call(e.querySelectorAll(i),wi);else{var o=e.querySelector(i)??e.querySelector(`option:not([disabled])`);a=o&&wi(o)}n(a),e.__value=a,A!==null&&r.add(A)}),En(()=>{var a=t();if(e===document.activeElement){var o=A;if(r.has(o))return}if(xi(e,a,i),i&&a===void 0){var s=e.querySelector(`:checked`);s!==null&&(a=wi(s),n(a))}e.__value=a,i=!1})}function wi(e){return`__value`in e?e.__value:e.value}function Ti(e){if(e.target.closest(`selectedcontent`)!==null)return!0;if(e.type===`childList`){var t=[...e.addedNodes,...e.removedNodes];return t.length>0&&t.every(e=>e.nodeName===`SELECTEDCONTENT`)}return!1}var Ei=Symbol(`is custom element`),Di=Symbol(`is html`),Oi=be?`link`:`LINK`,ki=be?`progress`:`PROGRESS`;function Ai(e){if(C){var t=!1,n=()=>{if(!t){if(t=!0,e.hasAttribute(`value`)){var n=e.value;Ni(e,`value`,null),e.value=n}if(e.hasAttribute(`checked`)){var r=e.checked;Ni(e,`checked`,null),e.checked=r}}};e[ve]=n,O(n),st()}}function ji(e,t){var n=Pi(e);n.value!==(n.value=t??void 0)&&(e.value!==t||t===0&&e.nodeName===ki)&&(e.value=t??``)}function Mi(e,t){var n=Pi(e);n.checked!==(n.checked=t??void 0)&&(e.checked=t)}function Ni(e,t,n,r){var i=Pi(e);if(!(C&&(i[t]=e.getAttribute(t),t===`src`||t===`srcset`||t===`href`&&e.nodeName===Oi))){var a=i[t];a!==(i[t]=n)&&(t===`loading`&&(e[pe]=n),n==null?e.removeAttribute(t):typeof n!=`string`&&Ii(e).has(t)?e[t]=n:(!C||typeof n!=`number`&&typeof n!=`boolean`||a!==String(n))&&e.setAttribute(t,n))}}function Pi(e){return e[me]??={[Ei]:e.nodeName.includes(`-`),[Di]:e.namespaceURI===Se}}var Fi=new Map;function Ii(e){var t=e.getAttribute(`is`)||e.nodeName,n=Fi.get(t);if(n)return n;Fi.set(t,n=new Set);for(var r,i=e,a=Element.prototype;a!==i;){for(var s in r=o(i),r)r[s].set&&s!==`innerHTML`&&s!==`textContent`&&s!==`innerText`&&n.add(s);i=l(i)}return n}function Li(e,t,n=t){var r=new WeakSet;lt(e,`input`,async i=>{var a=i?e.defaultValue:e.value;if(a=Vi(e)?Hi(a):a,n(a),A!==null&&r.add(A),await lr(),a!==(a=t())){var o=e.selectionStart,s=e.selectionEnd,c=e.value.length;if(e.value=a??``,s!==null){var l=e.value.length;o===s&&s===c&&l>c?(e.selectionStart=l,e.selectionEnd=l):(e.selectionStart=o,e.selectionEnd=Math.min(s,l))}}}),(C&&e.defaultValue!==e.value||fr(t)==null&&e.value)&&(n(Vi(e)?Hi(e.value):e.value),A!==null&&r.add(A)),On(()=>{var n=t();if(e===document.activeElement){var i=A;if(r.has(i))return}Vi(e)&&n===Hi(e.value)||(e.type!==`date`||n||e.value)&&n!==e.value&&(e.value=n??``)})}var Ri=new Set;function zi(e,t,n,r,i=r){var a=n.getAttribute(`type`)===`checkbox`,o=e;let s=!1;if(t!==null)for(var c of t)o=o[c]??=[];o.push(n),lt(n,`change`,()=>{var e=n.__value;a&&(e=Bi(o,e,n.checked)),i(e)},()=>i(a?[]:null)),On(()=>{var e=r();C&&n.defaultChecked!==n.checked?s=!0:a?(e||=[],n.checked=e.includes(n.__value)):n.checked=tn(n.__value,e)}),xn(()=>{var e=o.indexOf(n);e!==-1&&o.splice(e,1)}),Ri.has(o)||(Ri.add(o),O(()=>{o.sort((e,t)=>e.compareDocumentPosition(t)===4?-1:1),Ri.delete(o)})),O(()=>{if(s){var e=a?Bi(o,e,n.checked):o.find(e=>e.checked)?.__value;i(e)}})}function Bi(e,t,n){for(var r=new Set,i=0;i<e.length;i+=1)e[i].checked&&r.add(e[i].__value);return n||r.delete(t),Array.from(r)}function Vi(e){var t=e.type;return t===`number`||t===`range`}function Hi(e){return e===``?null:+e}function Ui(e,t,n=t){lt(e,`change`,()=>{n(e.files)}),C&&e.files&&n(e.files),On(()=>{e.files=t()})}var Wi=new class e{#e=new WeakMap;#t;#n;static entries=new WeakMap;constructor(e){this.#n=e}observe(e,t){var n=this.#e.get(e)||new Set;return n.add(t),this.#e.set(e,n),this.#r().observe(e,this.#n),()=>{var n=this.#e.get(e);n.delete(t),n.size===0&&(this.#e.delete(e),this.#t.unobserve(e))}}#r(){return this.#t??=new ResizeObserver(t=>{for(var n of t){e.entries.set(n.target,n);for(var r of this.#e.get(n.target)||[])r(n)}})}}({box:`border-box`});function Gi(e,t,n){var r=Wi.observe(e,()=>n(e[t]));En(()=>(fr(()=>n(e[t])),r))}function Ki(e,t){return e===t||e?.[ue]===t}function qi(e=Ze(),t,n,r){var i=D.r,a=U;return En(()=>{var o,s;return On(()=>{o=s,s=r?.()||[],fr(()=>{Ki(n(...s),e)||(t(e,...s),o&&Ki(n(...o),e)&&t(null,...o))})}),()=>{let r=a;for(;r!==i&&r.parent!==null&&r.parent.f&33554432;)r=r.parent;let o=()=>{s&&Ki(n(...s),e)&&t(null,...s)},c=r.teardown;r.teardown=()=>{o(),c?.()}}}),e}function Ji(e,t,n,r,i){var a=()=>{r(n[e])};n.addEventListener(t,a),i?On(()=>{n[e]=i()}):a(),(n===document.body||n===window||n===document)&&xn(()=>{n.removeEventListener(t,a)})}function Yi(e=!1){let t=D,n=t.l.u;if(!n)return;let r=()=>pr(t.s);if(e){let e=0,n={},i=mt(()=>{let r=!1,i=t.s;for(let e in i)i[e]!==n[e]&&(n[e]=i[e],r=!0);return r&&e++,e});r=()=>q(i)}n.b.length&&wn(()=>{Xi(t,r),p(n.b)}),Sn(()=>{let e=fr(()=>n.m.map(f));return()=>{for(let t of e)typeof t==`function`&&t()}}),n.a.length&&Sn(()=>{Xi(t,r),p(n.a)})}function Xi(e,t){if(e.l.s)for(let t of e.l.s)q(t);t()}function Zi(e){var t=Gt(0);return function(){return arguments.length===1?(M(t,q(t)+1),arguments[0]):(q(t),e())}}var Qi=!1;function $i(e){var t=Qi;try{return Qi=!1,[e(),Qi]}finally{Qi=t}}function ea(e,t,n,r){var i=!Ke||!!(n&2),o=!!(n&8),s=!!(n&16),c=r,l=!0,u=void 0,d=()=>s&&i?(u??=mt(r),q(u)):(l&&(l=!1,c=s?fr(r):r),c);let f;if(o){var p=ue in e||fe in e;f=a(e,t)?.set??(p&&t in e?n=>e[t]=n:void 0)}var m,h=!1;o?[m,h]=$i(()=>e[t]):m=e[t],m===void 0&&r!==void 0&&(m=d(),f&&(i&&Ve(t),f(m)));var g=i?()=>{var n=e[t];return n===void 0?d():(l=!0,n)}:()=>{var n=e[t];return n!==void 0&&(c=void 0),n===void 0?c:n};if(i&&!(n&4))return g;if(f){var _=e.$$legacy;return(function(e,t){return arguments.length>0?((!i||!t||_||h)&&f(t?g():e),e):g()})}var v=!1,y=(n&1?mt:vt)(()=>(v=!1,g()));o&&q(y);var ee=U;return(function(e,t){if(arguments.length>0){let n=t?q(y):i&&o?N(e):e;return M(y,n),v=!0,c!==void 0&&(c=n),e}return Wn&&v||ee.f&16384?y.v:q(y)})}typeof window<`u`&&((window.__svelte??={}).v??=new Set).add(`5`);var ta=[`sv`,`nb`,`en`],na=()=>{let e=[localStorage.getItem(`language`)??``,...navigator.languages].map(e=>e.toLowerCase().split(`-`)[0]).map(e=>e===`no`||e===`nn`?`nb`:e);return ta.find(t=>t===e.find(e=>ta.includes(e)))??`en`},X=new class{#e=j(N(location.pathname));get path(){return q(this.#e)}set path(e){M(this.#e,e,!0)}#t=j(N(new URLSearchParams(location.search)));get query(){return q(this.#t)}set query(e){M(this.#t,e,!0)}#n=j(0);get steps(){return q(this.#n)}set steps(e){M(this.#n,e,!0)}#r=_t(()=>ta.find(e=>e===this.query.get(`lang`))??na());get language(){return q(this.#r)}set language(e){M(this.#r,e)}#i=_t(()=>/^\d{4}-\d{2}-\d{2}$/.exec(this.query.get(`day`)??``)?.[0]);get day(){return q(this.#i)}set day(e){M(this.#i,e)}constructor(){window.addEventListener(`popstate`,()=>this.#a()),window.addEventListener(`click`,e=>this.#o(e))}#a(){this.path=location.pathname,this.query=new URLSearchParams(location.search),this.steps++}#o(e){let t=e.target.closest?.(`a`);!t||e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey||t.origin!==location.origin||t.target||t.hasAttribute(`download`)||t.pathname.startsWith(`/graphiql`)||t.hash&&t.pathname===location.pathname||(e.preventDefault(),this.go(t.pathname+t.search))}go(e){history.pushState(null,``,e),this.#a(),scrollTo(0,0)}address(e,t={}){let n=new URLSearchParams;for(let e of[`lang`,`day`])this.query.has(e)&&n.set(e,this.query.get(e));for(let[e,r]of Object.entries(t))r?n.set(e,r):n.delete(e);return e+(n.size?`?`+n:``)}show(e){let t=new URLSearchParams(this.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);history.replaceState(null,``,this.path+(t.size?`?`+t:``)),this.query=t,e.lang&&localStorage.setItem(`language`,e.lang)}},ra=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),ia=function(e){return`/`+e},aa={},oa=function(e){return e.pathname.endsWith(`.css`)},sa=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},Z=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=ia(t,n);let r=s(t),i=oa(r);return sa(aa,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ra,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},ca=[{path:/^\/$/,load:()=>Z(()=>import(`./Today-BlEUjKjj.js`),__vite__mapDeps([0,1,2,3,4,5,6]))},{path:/^\/search$/,load:()=>Z(()=>import(`./Search-1cywsKKz.js`),__vite__mapDeps([7,5,2,3]))},{path:/^\/organisations\/([^/]+)$/,load:()=>Z(()=>import(`./Organisation-Du0u5jiE.js`),__vite__mapDeps([8,9,2,3,1,5,6,10]))},{path:/^\/networks$/,load:()=>Z(()=>import(`./Networks-CqfMkaUk.js`),__vite__mapDeps([11,5,2,3]))},{path:/^\/networks\/([^/]+)$/,load:()=>Z(()=>import(`./Network-DrJbHCWD.js`),__vite__mapDeps([12,5,3,2,10]))},{path:/^\/needs$/,load:()=>Z(()=>import(`./Needs-CAxb0Sso.js`),__vite__mapDeps([13,2,3,14,4,5]))},{path:/^\/record$/,load:()=>Z(()=>import(`./Record-C5oKOVfg.js`),__vite__mapDeps([15,14,5,3]))},{path:/^\/import$/,load:()=>Z(()=>import(`./Import-B05f4kx8.js`),__vite__mapDeps([16,5,2,3]))},{path:/^\/partnerships$/,load:()=>Z(()=>import(`./Partnerships-BG2CsFqD.js`),__vite__mapDeps([17,14,5,2,3,10]))},{path:/^\/money$/,load:()=>Z(()=>import(`./Money-Tlmy-KRL.js`),__vite__mapDeps([18,9,2,3,5,6]))},{path:/^\/todo$/,load:()=>Z(()=>import(`./ToDo-ahD4xlBr.js`),__vite__mapDeps([19,14,2,3,10,5]))},{path:/^\/reports$/,load:()=>Z(()=>import(`./Reports-BBwQp-1s.js`),__vite__mapDeps([20,5]))},{path:/^\/picture$/,load:()=>Z(()=>import(`./Picture-nhG1uFDh.js`),__vite__mapDeps([21,5,2,3,6]))},{path:/^\/map$/,load:()=>Z(()=>import(`./Map-zKx2rbTc.js`),__vite__mapDeps([22,5,3]))},{path:/^\/changes$/,load:()=>Z(()=>import(`./Changes-1g92LRCa.js`),__vite__mapDeps([23,5,2,3]))}],la=()=>Z(()=>import(`./Missing-B-cy4EEP.js`),__vite__mapDeps([24,5]));function ua(e){for(let t of ca){let n=t.path.exec(e);if(n)return{load:t.load,id:decodeURIComponent(n[1]??``)}}return{load:la,id:``}}var da=[{path:`/`,name:`room.today`},{path:`/needs`,name:`room.needs`},{path:`/record`,name:`room.record`},{path:`/import`,name:`room.import`},{path:`/networks`,name:`room.networks`},{path:`/picture`,name:`room.picture`},{path:`/map`,name:`room.map`},{path:`/partnerships`,name:`room.partnerships`},{path:`/money`,name:`room.money`},{path:`/todo`,name:`room.todo`},{path:`/reports`,name:`room.reports`},{path:`/changes`,name:`room.changes`}],fa=class extends Error{code;path;constructor(e,t,n=[]){super(e),this.code=t,this.path=n}};async function pa(e,t){let n=e.toString();try{return await ha(n,t)}catch(e){if(e instanceof fa&&e.code!==`UNAVAILABLE`||!n.trimStart().startsWith(`query`))throw e;return ha(n,t)}}function ma(e,{file:t,...n}){let r=new FormData;return r.append(`operations`,JSON.stringify({query:e.toString(),variables:{...n,file:null}})),r.append(`map`,`{"0": ["variables.file"]}`),r.append(`0`,t),ga(r,{"GraphQL-Preflight":`1`})}var ha=(e,t)=>ga(JSON.stringify({query:e,variables:t}),{"Content-Type":`application/json`});async function ga(e,t){let n=await(await fetch(`/graphql`,{method:`POST`,headers:{...t,"Accept-Language":X.language},body:e})).json(),r=n.errors?.[0];if(r)throw new fa(r.message,r.extensions?.code??``,r.path);return n.data}var Q=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new Q(`
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
    `,{fragmentName:`side`});var _a=new Q(`
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
    `),va=new Q(`
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
    `),ya=new Q(`
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
    `),ba=new Q(`
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
    `),xa=new Q(`
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
    `),Sa=new Q(`
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
    `),Ca=new Q(`
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
}`),wa=new Q(`
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
    `),Ta=new Q(`
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
}`),Ea=new Q(`
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
    `),Da=new Q(`
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
    `),Oa=new Q(`
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
    `),ka=new Q(`
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
    `),Aa=new Q(`
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
    `),ja=new Q(`
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
    `),Ma=new Q(`
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
}`),Na=new Q(`
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
    `),Pa=new Q(`
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
    `),Fa=new Q(`
    query Picture($day: Date, $before: Date, $compared: Boolean!, $relations: [PathRelation!]!) {
  networkMetrics(asOf: $day, comparedWith: $before, relations: $relations) {
    organisations
    ties
    crossBorderTies
    eiIndex
    eiIndexExpected
    difference {
      ties
      tiesFormed
      tiesEnded
      crossBorderTies
    }
    tied {
      organisation {
        id
        legalName
        country
        sectorType
        location {
          nuts {
            code
            name
          }
        }
      }
      tiedTo
      community
      betweenness
    }
    missingTies(first: 100) {
      needing {
        id
        legalName
        country
        sectorType
        location {
          nuts {
            code
            name
          }
        }
      }
      offering {
        id
        legalName
        country
        sectorType
        location {
          nuts {
            code
            name
          }
        }
      }
      need {
        statement
      }
      offer {
        statement
      }
    }
  }
  earlier: networkMetrics(asOf: $before, relations: $relations) @include(if: $compared) {
    tied {
      organisation {
        id
        legalName
        country
        sectorType
        location {
          nuts {
            code
            name
          }
        }
      }
      tiedTo
    }
  }
  begun: projects(asOf: $day, first: 1, orderBy: {field: PLANNED_FROM}) {
    nodes {
      plannedFrom
    }
  }
  ended: projects(
    asOf: $day
    first: 1
    orderBy: {field: PLANNED_TO, direction: DESC}
  ) {
    nodes {
      plannedTo
    }
  }
}
    `),Ia=new Q(`
    query PictureNetworks($day: Date, $relations: [PathRelation!]!) {
  networkMetrics(asOf: $day, relations: $relations, groupBy: NETWORK) {
    tied {
      organisation {
        id
      }
      group
    }
  }
}
    `),La=new Q(`
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
    `),Ra=new Q(`
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
    `),za=new Q(`
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
    `),Ba=new Q(`
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
    `),Va=new Q(`
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
    `),Ha=new Q(`
    query Seats($day: Date) {
  seats(asOf: $day) {
    country
    area {
      code
    }
    municipality
    organisations
    needs
    offers
  }
}
    `),Ua=new Q(`
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
    `),Wa=new Q(`
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
    `),Ga=new Q(`
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
    `),Ka=new Q(`
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
    `),qa=new Q(`
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
    `),Ja=new Q(`
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
    `),Ya=new Q(`
    query WhatIf($day: Date, $relations: [PathRelation!]!, $ties: [TieInput!]!) {
  networkMetrics(asOf: $day, relations: $relations) {
    ties
    crossBorderTies
    crossBorderDensity
    eiIndex
    componentCount
    simulate(addTies: $ties) {
      ties
      crossBorderTies
      crossBorderDensity
      eiIndex
      componentCount
    }
  }
}
    `),Xa=new Q(`
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
    `),Za={"search.label":[`Sök`,`Søk`,`Search`],"search.hint":[`Organisation, nätverk, projekt, behov eller nummer`,`Organisasjon, nettverk, prosjekt, behov eller nummer`,`Organisation, network, project, need or number`],"search.none":[`Inget hittades. Pröva en del av namnet.`,`Ingenting ble funnet. Prøv en del av navnet.`,`Nothing was found. Try a part of the name.`],"search.hits.one":[`{n} träff`,`{n} treff`,`{n} hit`],"search.hits.other":[`{n} träffar`,`{n} treff`,`{n} hits`],"search.forgiven":[`liknande stavning`,`lignende stavemåte`,`similar spelling`],"bar.rooms":[`Rum`,`Rom`,`Rooms`],"bar.language":[`Språk`,`Språk`,`Language`],"bar.day":[`Visa per den`,`Vis per`,`Show as of`],"bar.skip":[`Till innehållet`,`Til innholdet`,`To the content`],"bar.graphiql":[`Fråga fritt (GraphiQL)`,`Spør fritt (GraphiQL)`,`Ask freely (GraphiQL)`],"room.today":[`I dag`,`I dag`,`Today`],"room.networks":[`Nätverk`,`Nettverk`,`Networks`],"answer.waiting":[`Hämtar …`,`Henter …`,`Fetching …`],"answer.failed":[`Det gick inte att hämta.`,`Det kunne ikke hentes.`,`It could not be fetched.`],"answer.again":[`Försök igen`,`Prøv igjen`,`Try again`],"answer.unreachable":[`Servern svarar inte.`,`Serveren svarer ikke.`,`The server does not answer.`],"missing.title":[`Sidan finns inte`,`Siden finnes ikke`,`There is no such page`],"missing.text":[`Adressen leder ingenstans. Sök efter det du letar efter, eller börja om från I dag.`,`Adressen fører ingen steder. Søk etter det du leter etter, eller begynn på nytt fra I dag.`,`The address leads nowhere. Search for what you look for, or start again from Today.`],"missing.record":[`Det finns ingen sådan post, eller så får du inte se den.`,`Det finnes ingen slik post, eller du har ikke lov til å se den.`,`There is no such record, or you may not see it.`],"side.NO":[`Norge`,`Norge`,`Norway`],"side.SE":[`Sverige`,`Sverige`,`Sweden`],"side.unknown":[`land okänt`,`land ukjent`,`country unknown`],unknown:[`inte känt`,`ikke kjent`,`not known`],none:[`Inget är registrerat`,`Ingenting er registrert`,`Nothing is recorded`],more:[`och {n} till`,`og {n} til`,`and {n} more`],print:[`Skriv ut`,`Skriv ut`,`Print`],sources:[`Källor`,`Kilder`,`Sources`],history:[`Historik`,`Historikk`,`History`],"today.due":[`Förfaller inom 90 dagar`,`Forfaller innen 90 dager`,`Due in 90 days`],"today.dueNone":[`Inget förfaller inom 90 dagar`,`Ingenting forfaller innen 90 dager`,`Nothing is due in 90 days`],"today.overdue":[`försenad`,`forsinket`,`overdue`],"today.waiting":[`Väntar på bekräftelse`,`Venter på bekreftelse`,`Waiting for confirmation`],"today.waitingNone":[`Ingen väntar på svar`,`Ingen venter på svar`,`Nobody waits for an answer`],"today.matches":[`Kan mötas`,`Kan møtes`,`Could meet`],"today.matchesNone":[`Inget öppet behov har ett erbjudande som passar`,`Ingen åpne behov har et tilbud som passer`,`No open need has an offer that suits it`],"today.todo":[`Att göra i registret`,`Å gjøre i registeret`,`To do in the register`],"today.complete":[`{share} av uppgifterna är kända`,`{share} av opplysningene er kjent`,`{share} of the facts are known`],"today.changed":[`Senast ändrat`,`Sist endret`,`Changed last`],"today.funnel":[`Från behov till partnerskap`,`Fra behov til partnerskap`,`From need to partnership`],"today.empty":[`Registret är tomt. Läs in en partnerlista eller registrera en organisation, så börjar nätverket synas här.`,`Registeret er tomt. Les inn en partnerliste eller registrer en organisasjon, så begynner nettverket å vises her.`,`The register is empty. Import a list of partners or enter an organisation, and the network begins to show here.`],"funnel.needs":[`behov`,`behov`,`needs`],"funnel.suggested":[`föreslagna`,`foreslått`,`suggested`],"funnel.introduced":[`presenterade`,`introdusert`,`introduced`],"funnel.partnerships":[`partnerskap`,`partnerskap`,`partnerships`],"funnel.met":[`mötta`,`møtt`,`met`],"network.members.one":[`{n} medlem`,`{n} medlem`,`{n} member`],"network.members.other":[`{n} medlemmar`,`{n} medlemmer`,`{n} members`],"network.counterpart":[`Motpart: {acronym}`,`Motpart: {acronym}`,`Counterpart: {acronym}`],"network.noCounterpart":[`Ingen motpart på andra sidan är känd`,`Ingen motpart på den andre siden er kjent`,`No counterpart on the other side is known`],"network.noMembers":[`Inga medlemmar är kända`,`Ingen medlemmer er kjent`,`No members are known`],"network.missing":[`Vem saknas`,`Hvem mangler`,`Who is missing`],"network.missingHint":[`Det som den ena sidan har och den andra saknar`,`Det den ene siden har og den andre mangler`,`What one side has and the other lacks`],"network.missingIn":[`Saknas i {acronym}`,`Mangler i {acronym}`,`Missing in {acronym}`],"network.missingNone":[`Inget`,`Ingenting`,`Nothing`],"network.host":[`Värd`,`Vert`,`Host`],"network.planned":[`Planerat från {day}`,`Planlagt fra {day}`,`Planned from {day}`],"network.established":[`Bildat {day}`,`Etablert {day}`,`Established {day}`],"dossier.formerly":[`Tidigare {names}`,`Tidligere {names}`,`Formerly {names}`],"dossier.also":[`Även {names}`,`Også {names}`,`Also {names}`],"dossier.networks":[`Nätverk`,`Nettverk`,`Networks`],"dossier.partnerships":[`Partnerskap`,`Partnerskap`,`Partnerships`],"dossier.projects":[`Projekt`,`Prosjekter`,`Projects`],"dossier.money":[`Pengar`,`Penger`,`Money`],"dossier.needs":[`Behov`,`Behov`,`Needs`],"dossier.offers":[`Erbjudanden`,`Tilbud`,`Offers`],"dossier.obligations":[`Åtaganden`,`Forpliktelser`,`Obligations`],"dossier.duplicate":[`Kan vara samma som`,`Kan være den samme som`,`May be the same as`],"dossier.claims":[`Källorna säger olika`,`Kildene sier ulikt`,`Sources disagree`],"dossier.atMost":[`högst {amount}`,`høyst {amount}`,`at most {amount}`],"dossier.rate":[`{rate} av kostnaderna`,`{rate} av kostnadene`,`{rate} of the costs`],"dossier.from":[`av {name}`,`av {name}`,`by {name}`],"dossier.to":[`till {name}`,`til {name}`,`to {name}`],"dossier.until":[`till {day}`,`til {day}`,`until {day}`],"room.needs":[`Behov och erbjudanden`,`Behov og tilbud`,`Needs and offers`],"room.record":[`Intervju`,`Intervju`,`Interview`],"room.partnerships":[`Partnerskap`,`Partnerskap`,`Partnerships`],"room.todo":[`Att göra`,`Å gjøre`,`To do`],"room.changes":[`Ändringar`,`Endringer`,`Changes`],"room.reports":[`Rapporter`,`Rapporter`,`Reports`],"room.money":[`Pengar`,`Penger`,`Money`],next:[`Visa fler`,`Vis flere`,`Show more`],undo:[`Ångra`,`Angre`,`Undo`],"undo.dismiss":[`Stäng`,`Lukk`,`Close`],"undo.ground":[`Ångrat på sidan`,`Angret på siden`,`Undone on the page`],"ground.label":[`Vad vilar det på?`,`Hva bygger det på?`,`What does it rest on?`],"ground.hint":[`Samtal med …, mejl från …, protokoll …`,`Samtale med …, e-post fra …, referat …`,`Talk with …, mail from …, minutes of …`],"needs.hint":[`Vad som behövs och erbjuds på var sida om gränsen. Det som ingen möter står först.`,`Hva som trengs og tilbys på hver side av grensen. Det ingen møter, står først.`,`What either side of the border needs and offers. What nobody meets comes first.`],"needs.none":[`Inga behov är registrerade än. Börja med en intervju.`,`Ingen behov er registrert ennå. Begynn med et intervju.`,`No needs are recorded yet. Begin with an interview.`],"needs.theme":[`Tema`,`Tema`,`Theme`],"needs.one":[`Behov`,`Behov`,`Need`],"offers.one":[`Erbjudande`,`Tilbud`,`Offer`],"needs.count.one":[`{n} behov`,`{n} behov`,`{n} need`],"needs.count.other":[`{n} behov`,`{n} behov`,`{n} needs`],"offers.count.one":[`{n} erbjudande`,`{n} tilbud`,`{n} offer`],"offers.count.other":[`{n} erbjudanden`,`{n} tilbud`,`{n} offers`],"needs.unmet.one":[`{n} utan svar`,`{n} uten svar`,`{n} unmet`],"needs.unmet.other":[`{n} utan svar`,`{n} uten svar`,`{n} unmet`],"needs.who":[`Vem kan möta det?`,`Hvem kan møte det?`,`Who could meet it?`],"needs.nobody":[`Ingen erbjuder något som passar`,`Ingen tilbyr noe som passer`,`Nobody offers what suits it`],"needs.suggest":[`Föreslå`,`Foreslå`,`Suggest`],"needs.accept":[`De är presenterade`,`De er introdusert`,`They are introduced`],"needs.decline":[`Avböjt`,`Avslått`,`Declined`],"needs.suggested":[`Förslaget är registrerat.`,`Forslaget er registrert.`,`The suggestion is recorded.`],"needs.introduced":[`Presentationen är registrerad.`,`Introduksjonen er registrert.`,`The introduction is recorded.`],"needs.declined":[`Att det avböjdes är registrerat.`,`At det ble avslått, er registrert.`,`That it was declined is recorded.`],"record.hint":[`Ange källan en gång. Skriv sedan behov efter behov; det du skriver finns kvar om sidan laddas om.`,`Oppgi kilden én gang. Skriv så behov etter behov; det du skriver, blir værende om siden lastes på nytt.`,`Give the source once. Then write need by need; what you write survives a reload.`],"record.kind":[`Vad`,`Hva`,`What`],"record.who":[`Vems`,`Hvem sitt`,`Whose`],"record.new":[`”{name}” är ny`,`«{name}» er ny`,`“{name}” is new`],"record.side":[`Sida`,`Side`,`Side`],"record.sector":[`Slag`,`Type`,`Kind`],"record.need":[`Vad behövs?`,`Hva trengs?`,`What is needed?`],"record.offer":[`Vad erbjuds?`,`Hva tilbys?`,`What is offered?`],"record.urgency":[`Hur bråttom?`,`Hvor viktig?`,`How urgent?`],"record.level":[`Hur färdigt?`,`Hvor ferdig?`,`How ready?`],"record.send":[`Registrera`,`Registrer`,`Record`],"record.look":[`Se vad som ändras`,`Se hva som endres`,`See what will change`],"record.willChange":[`Detta kommer att ändras:`,`Dette vil bli endret:`,`This will change:`],"record.done":[`Registrerat: {statement}`,`Registrert: {statement}`,`Recorded: {statement}`],"record.recorded":[`Registrerat nu`,`Registrert nå`,`Recorded now`],"partnerships.hint":[`Bekräfta eller förneka för den sida som du talar för.`,`Bekreft eller avkreft for den siden du snakker for.`,`Confirm or deny for the side that you speak for.`],"partnerships.count.one":[`{n} partnerskap`,`{n} partnerskap`,`{n} partnership`],"partnerships.count.other":[`{n} partnerskap`,`{n} partnerskap`,`{n} partnerships`],"partnerships.crossBorder":[`över gränsen`,`over grensen`,`across the border`],"partnerships.confirm":[`{name} bekräftar`,`{name} bekrefter`,`{name} confirms`],"partnerships.deny":[`{name} förnekar`,`{name} avkrefter`,`{name} denies`],"partnerships.confirmed":[`Bekräftelsen är registrerad.`,`Bekreftelsen er registrert.`,`The confirmation is recorded.`],"partnerships.denied":[`Förnekandet är registrerat.`,`Avkreftelsen er registrert.`,`The denial is recorded.`],"todo.side":[`Sida`,`Side`,`Side`],"todo.both":[`Båda sidor`,`Begge sider`,`Both sides`],"todo.count.one":[`{n} sak att göra`,`{n} ting å gjøre`,`{n} thing to do`],"todo.count.other":[`{n} saker att göra`,`{n} ting å gjøre`,`{n} things to do`],"todo.ask":[`Fråga`,`Spør`,`Ask`],"todo.askNobody":[`Ingen att fråga`,`Ingen å spørre`,`Nobody to ask`],"duplicates.title":[`Är de samma?`,`Er de den samme?`,`Are they the same?`],"duplicates.SAME":[`Samma`,`Samme`,`Same`],"duplicates.DIFFERENT":[`Olika`,`Ulike`,`Different`],"duplicates.UNSURE":[`Osäkert`,`Usikkert`,`Unsure`],"duplicates.did.SAME":[`De är nu en post.`,`De er nå én post.`,`They are one record now.`],"duplicates.did.DIFFERENT":[`Att de är olika är registrerat.`,`At de er ulike, er registrert.`,`That they are different is recorded.`],"duplicates.did.UNSURE":[`Att det är osäkert är registrerat.`,`At det er usikkert, er registrert.`,`That it is unsure is recorded.`],"changes.hint":[`Det som andra ändrar visas här medan det händer.`,`Det andre endrer, vises her mens det skjer.`,`What others change shows here as it happens.`],"changes.undo":[`Ta tillbaka`,`Ta tilbake`,`Take back`],"changes.more.one":[`och {n} ändring till`,`og {n} endring til`,`and {n} more change`],"changes.more.other":[`och {n} ändringar till`,`og {n} endringer til`,`and {n} more changes`],"reports.hint":[`En rapport öppnas i ett eget fönster, färdig att skriva ut.`,`En rapport åpnes i et eget vindu, klar til utskrift.`,`A report opens in a window of its own, ready to print.`],"reports.network":[`Nätverk`,`Nettverk`,`Network`],"reports.all":[`Alla nätverk`,`Alle nettverk`,`All networks`],"money.awards.one":[`i {n} beslut om stöd`,`i {n} tilsagn`,`in {n} award`],"money.awards.other":[`i {n} beslut om stöd`,`i {n} tilsagn`,`in {n} awards`],"money.awarded":[`Beviljat`,`Bevilget`,`Granted`],"money.paid":[`Utbetalt {paid}, återstår {left}`,`Utbetalt {paid}, gjenstår {left}`,`Paid {paid}, remaining {left}`],"money.falls":[`Vad faller`,`Hva faller`,`What falls`],"money.fallsNone":[`Ingen ansökan väntar på beslut`,`Ingen søknad venter på vedtak`,`No application waits for a decision`],"money.if":[`Om ansökan {name} till {to} avslås`,`Hvis søknaden {name} til {to} avslås`,`If the application {name} to {to} is turned down`],"room.picture":[`Nätverksbild`,`Nettverksbilde`,`Picture`],"room.map":[`Karta`,`Kart`,`Map`],"picture.label":[`Bild av nätverket med {ties}: Norge till vänster, Sverige till höger. Tabellerna under bilden säger detsamma.`,`Bilde av nettverket med {ties}: Norge til venstre, Sverige til høyre. Tabellene under bildet sier det samme.`,`Picture of the network with {ties}: Norway left, Sweden right. The tables below the picture tell the same.`],"picture.organisations.one":[`{n} organisation`,`{n} organisasjon`,`{n} organisation`],"picture.organisations.other":[`{n} organisationer`,`{n} organisasjoner`,`{n} organisations`],"picture.ties.one":[`{n} band`,`{n} bånd`,`{n} tie`],"picture.ties.other":[`{n} band`,`{n} bånd`,`{n} ties`],"picture.across.one":[`{n} över gränsen`,`{n} over grensen`,`{n} across the border`],"picture.across.other":[`{n} över gränsen`,`{n} over grensen`,`{n} across the border`],"picture.ei":[`E-I-index {ei}; slumpen skulle ge {chance}.`,`E-I-indeks {ei}; tilfeldighetene ville gitt {chance}.`,`E-I index {ei}; chance would give {chance}.`],"picture.find":[`Visa i bilden`,`Vis i bildet`,`Show in the picture`],"picture.members":[`Även medlemskap i samma nätverk`,`Også medlemskap i samme nettverk`,`Membership of one network too`],"picture.none":[`Ingen har band den dagen`,`Ingen har bånd den dagen`,`Nobody has ties on that day`],"picture.closer":[`Närmare`,`Nærmere`,`Closer`],"picture.farther":[`Längre bort`,`Lenger unna`,`Farther`],"picture.whole":[`Hela bilden`,`Hele bildet`,`Whole picture`],"picture.brokers":[`De som binder samman`,`De som binder sammen`,`Who hold it together`],"picture.missing":[`Band som saknas över gränsen`,`Bånd som mangler over grensen`,`Ties that are missing across the border`],"picture.table":[`Samma som tabell`,`Det samme som tabell`,`The same as a table`],"picture.organisation":[`Organisation`,`Organisasjon`,`Organisation`],"picture.tieCount":[`Band`,`Bånd`,`Ties`],"picture.acrossCount":[`Över gränsen`,`Over grensen`,`Across the border`],"picture.role":[`bild som kan flyttas`,`bilde som kan flyttes`,`picture that can be moved`],"picture.hint":[`Peka på en organisation eller på en prickad linje. Dra för att flytta bilden, + och − för att zooma.`,`Pek på en organisasjon eller på en prikket linje. Dra for å flytte bildet, + og − for å zoome.`,`Point at an organisation or at a dotted line. Drag to move the picture, + and − to zoom.`],"picture.drawHint":[`Dra från en organisation till en annan.`,`Dra fra en organisasjon til en annen.`,`Drag from one organisation to another.`],"picture.unfold":[`klicka för att dela upp`,`klikk for å dele opp`,`click to unfold`],"picture.around":[`kring {name}`,`rundt {name}`,`around {name}`],"picture.others":[`andra, eller inte känt`,`andre, eller ikke kjent`,`others, or not known`],"picture.day":[`Dag`,`Dag`,`Day`],"picture.before":[`Jämför med en tidigare dag`,`Sammenlign med en tidligere dag`,`Compare with an earlier day`],"picture.difference":[`Sedan dess: {formed} nya band, {ended} avslutade.`,`Siden da: {formed} nye bånd, {ended} avsluttede.`,`Since then: {formed} new ties, {ended} ended.`],"picture.size":[`Storlek efter`,`Størrelse etter`,`Size by`],"picture.size.degree":[`antal band`,`antall bånd`,`number of ties`],"picture.size.betweenness":[`hur mycket de binder samman`,`hvor mye de binder sammen`,`how much they hold together`],"picture.colour":[`Färg efter`,`Farge etter`,`Colour by`],"picture.colour.side":[`land`,`land`,`country`],"picture.colour.network":[`nätverk`,`nettverk`,`network`],"picture.colour.community":[`gemenskap`,`fellesskap`,`community`],"picture.colour.sector":[`slag`,`type`,`kind`],"picture.fold":[`Vik ihop`,`Slå sammen`,`Fold`],"picture.fold.none":[`inget`,`ingenting`,`nothing`],"picture.fold.network":[`nätverk`,`nettverk`,`networks`],"picture.fold.county":[`län och fylken`,`fylker og län`,`counties`],"picture.withMissing":[`Band som saknas`,`Bånd som mangler`,`Missing ties`],"picture.draw":[`Rita ett tänkt band`,`Tegn et tenkt bånd`,`Draw a supposed tie`],"picture.all":[`Visa alla`,`Vis alle`,`Show all`],"picture.tieTable":[`Banden som tabell`,`Båndene som tabell`,`The ties as a table`],"picture.what":[`Vad det är`,`Hva det er`,`What it is`],"picture.community":[`Gemenskap`,`Fellesskap`,`Community`],"picture.betweenness":[`Binder samman`,`Binder sammen`,`Holds together`],"picture.line.tie":[`band på samma sida`,`bånd på samme side`,`tie on one side`],"picture.line.across":[`band över gränsen`,`bånd over grensen`,`tie across the border`],"picture.line.new":[`nytt sedan den tidigare dagen`,`nytt siden den tidligere dagen`,`new since the earlier day`],"picture.line.ended":[`avslutat sedan dess`,`avsluttet siden da`,`ended since then`],"picture.line.missing":[`saknas: behov och erbjudande möts`,`mangler: behov og tilbud møtes`,`missing: need and offer meet`],"picture.line.supposed":[`tänkt`,`tenkt`,`supposed`],"whatIf.title":[`Tänk om`,`Hva om`,`What if`],"whatIf.hint":[`Tänk dig band som inte finns, och se vad de skulle ändra. Inget registreras.`,`Tenk deg bånd som ikke finnes, og se hva de ville endre. Ingenting registreres.`,`Suppose ties that are not there, and see what they would change. Nothing is recorded.`],"whatIf.from":[`Mellan`,`Mellom`,`Between`],"whatIf.to":[`och`,`og`,`and`],"whatIf.add":[`Lägg till`,`Legg til`,`Add`],"whatIf.try":[`Tänk om?`,`Hva om?`,`What if?`],"whatIf.forget":[`Ta bort`,`Fjern`,`Remove`],"whatIf.figure":[`Mått`,`Mål`,`Measure`],"whatIf.now":[`Nu`,`Nå`,`Now`],"whatIf.then":[`Då`,`Da`,`Then`],"whatIf.change":[`Ändring`,`Endring`,`Change`],"whatIf.ties":[`Band`,`Bånd`,`Ties`],"whatIf.crossBorderTies":[`Band över gränsen`,`Bånd over grensen`,`Ties across the border`],"whatIf.crossBorderDensity":[`Andel av möjliga band över gränsen`,`Andel av mulige bånd over grensen`,`Share of possible ties across the border`],"whatIf.eiIndex":[`E-I-index`,`E-I-indeks`,`E-I index`],"whatIf.componentCount":[`Delar som inte hänger ihop`,`Deler som ikke henger sammen`,`Parts that do not hang together`],"map.hint":[`Varje län och fylke har en ruta ungefär där det ligger. Stor siffra: organisationer. Under den: behov ⇄ erbjudanden. Välj en ruta för att se dess kommuner.`,`Hvert fylke og län har en rute omtrent der det ligger. Stort tall: organisasjoner. Under det: behov ⇄ tilbud. Velg en rute for å se kommunene.`,`Each county has a tile about where it lies. Large figure: organisations. Below it: needs ⇄ offers. Choose a tile to see its municipalities.`],"map.label":[`Län och fylken med antal organisationer. Tabellen under kartan säger detsamma.`,`Fylker og län med antall organisasjoner. Tabellen under kartet sier det samme.`,`Counties with their number of organisations. The table below the map tells the same.`],"map.counties":[`Län och fylken`,`Fylker og län`,`Counties`],"map.municipalities":[`Kommuner`,`Kommuner`,`Municipalities`],"map.municipality":[`Kommun`,`Kommune`,`Municipality`],"map.municipalities.hint":[`Varje kommun ligger där den är. Ju fler organisationer, desto större märke.`,`Hver kommune ligger der den er. Jo flere organisasjoner, desto større merke.`,`Each municipality is where it lies. The more organisations, the larger its mark.`],"map.municipalities.label":[`Kommuner med antal organisationer. Tabellen under kartan säger detsamma.`,`Kommuner med antall organisasjoner. Tabellen under kartet sier det samme.`,`Municipalities with their number of organisations. The table below the map tells the same.`],"map.elsewhere":[`kommunen är inte känd`,`kommunen er ikke kjent`,`the municipality is not known`],"map.nowhere":[`länet eller fylket är inte känt`,`fylket eller länet er ikke kjent`,`the county is not known`],"map.from":[`Kommunernas lägen: SCB och © Kartverket (CC BY 4.0). Ländernas konturer: Natural Earth.`,`Kommunenes beliggenhet: SCB og © Kartverket (CC BY 4.0). Landenes omriss: Natural Earth.`,`Where municipalities lie: Statistics Sweden and © Kartverket (CC BY 4.0). Outlines of the countries: Natural Earth.`],"map.county":[`Län eller fylke`,`Fylke eller län`,`County`],"map.organisations":[`Organisationer`,`Organisasjoner`,`Organisations`],"room.import":[`Läs in`,`Les inn`,`Import`],"import.hint":[`Välj en medlemslista (.xlsx eller .csv). Du ser först vad varje rad blir; inget ändras förrän du läser in.`,`Velg en medlemsliste (.xlsx eller .csv). Du ser først hva hver rad blir; ingenting endres før du leser inn.`,`Choose a member list (.xlsx or .csv). You first see what becomes of each row; nothing changes until you import.`],"import.network":[`Vilket nätverks medlemmar?`,`Hvilket nettverks medlemmer?`,`Whose members?`],"import.file":[`Fil`,`Fil`,`File`],"import.look":[`Se vad som ändras`,`Se hva som endres`,`See what will change`],"import.apply":[`Läs in det som kan tas`,`Les inn det som kan tas`,`Import what can be taken`],"import.done":[`Listan är inläst.`,`Listen er lest inn.`,`The list is imported.`],"import.unread":[`Kolumner som inte läses`,`Kolonner som ikke leses`,`Columns that are not read`],"import.row":[`Rad {n}`,`Rad {n}`,`Row {n}`],"import.may":[`Kan vara`,`Kan være`,`May be`],"import.held":[`{field}: listan säger {told}, registret {held}`,`{field}: listen sier {told}, registeret {held}`,`{field}: the list says {told}, the register {held}`],"import.told":[`{field}: {told}`,`{field}: {told}`,`{field}: {told}`]},Qa=()=>ta.indexOf(X.language);function $(e,t={}){return Za[e][Qa()].replace(/\{(\w+)\}/g,(e,n)=>String(t[n]))}function $a(e,t){return $(`${e}.${new Intl.PluralRules(X.language).select(t)===`one`?`one`:`other`}`,{n:ao(t)})}var eo=new Map,to=new class{#e=j({});async load(e){eo.has(e)||eo.set(e,pa(Xa,{language:e.toUpperCase()}));let{vocabulary:t,labels:n,typeLabels:r}=await eo.get(e),i=new Map;for(let{name:e,values:n}of t??[])for(let t of n)i.set(`${e}.${t.name}`,t.label);for(let{name:e,label:t}of n??[])i.set(`field ${e}`,t);for(let{name:e,label:t}of r??[])i.set(`type ${e}`,t);M(this.#e,{...q(this.#e),[e]:i})}of(e){return q(this.#e)[X.language]?.get(e)??``}},no=(e,t)=>t?to.of(`${e}.${t}`):``,ro=e=>to.of(`field ${e}`),io=e=>to.of(`type ${e}`),ao=e=>e.toLocaleString(X.language),oo=e=>e.toLocaleString(X.language,{style:`percent`}),so=e=>e?new Date(e.length===10?e+`T12:00`:e).toLocaleDateString(X.language,{dateStyle:`medium`}):``,co=e=>Number(e.amount).toLocaleString(X.language,{style:`currency`,currency:e.currency,minimumFractionDigits:Number(e.amount)%1?2:0}),lo=e=>e.charAt(0).toLocaleUpperCase()+e.slice(1),uo=jr(`<a> </a>`),fo=jr(`<button type="button"> </button>`),po=jr(`<header class="bar"><a class="skip" href="#content"> </a> <a class="name"><svg viewBox="0 0 40 16" width="40" height="16" aria-hidden="true"><path class="tie" d="M9 8h22"></path><circle class="no" cx="8" cy="8" r="6"></circle><path class="se" d="M26 2h12v12H26z"></path></svg> Partnernet</a> <form role="search"><input type="search" aria-keyshortcuts="/"/></form> <nav></nav> <div class="settings"><label> <input type="date"/></label> <div role="group"></div> <a href="/graphiql/"> </a></div></header>`);function mo(e,t){Ye(t,!0);let n={sv:`Svenska`,nb:`Norsk`,en:`English`},r=j(N(X.query.get(`text`)??``)),i;function a(e){e.preventDefault(),q(r).trim()&&X.go(X.address(`/search`,{text:q(r).trim()}))}function o(e){let t=e.target;e.key!==`/`||e.ctrlKey||e.metaKey||t.closest(`input, textarea, select`)||(e.preventDefault(),i.focus(),i.select())}var s=po();xr(`keydown`,rn,o);var c=un(s),l=I(c,!0),u=L(c,2),d=L(u,2),f=un(d);Ai(f),qi(f,e=>i=e,()=>i),E(d);var p=L(d,2);Qr(p,21,()=>da,e=>e.path,(e,t)=>{var n=uo(),r=I(n,!0);kn((e,i)=>{Ni(n,`href`,e),Ni(n,`aria-current`,X.path===q(t).path?`page`:void 0),Y(r,i)},[()=>X.address(q(t).path),()=>$(q(t).name)]),J(e,n)}),E(p);var m=L(p,2),h=un(m),g=un(h),_=L(g);Ai(_),E(h);var v=L(h,2);Qr(v,20,()=>ta,e=>e,(e,t)=>{var r=fo(),i=I(r,!0);kn(()=>{Ni(r,`lang`,t),Ni(r,`aria-pressed`,X.language===t),Y(i,n[t])}),Sr(`click`,r,()=>X.show({lang:t})),J(e,r)}),E(v);var y=I(L(v,2),!0);E(m),E(s),kn((e,t,n,r,i,a,o,s)=>{Y(l,e),Ni(u,`href`,t),Ni(f,`aria-label`,n),Ni(f,`placeholder`,r),Ni(p,`aria-label`,i),Y(g,`${a??``} `),ji(_,X.day??``),Ni(v,`aria-label`,o),Y(y,s)},[()=>$(`bar.skip`),()=>X.address(`/`),()=>$(`search.label`),()=>$(`search.hint`),()=>$(`bar.rooms`),()=>$(`bar.day`),()=>$(`bar.language`),()=>$(`bar.graphiql`)]),xr(`submit`,d,a),Li(f,()=>q(r),e=>M(r,e)),Sr(`change`,_,e=>X.show({day:e.currentTarget.value})),J(e,s),Xe()}Cr([`change`,`click`]);var ho=jr(`<div class="problem" role="alert"><p><strong> </strong> </p> <button type="button"> </button></div>`),go=jr(`<p class="waiting next" role="status"> </p>`),_o=jr(`<!> <!>`,1),vo=jr(`<p class="waiting" role="status"> </p>`);function yo(e,t){Ye(t,!0);let n=j(void 0),r=j(void 0),i=j(!0);Sn(()=>{let e=!0;return M(i,!0),t.to.then(t=>e&&(M(n,{answer:t}),M(r,void 0),M(i,!1)),t=>e&&(M(r,t),M(i,!1))),()=>e=!1});var a=Fr(),o=dn(a),s=e=>{var t=ho(),n=un(t),i=un(n),a=I(i,!0),o=L(i);E(n);var s=L(n,2),c=I(s,!0);E(t),kn((e,t,n)=>{Y(a,e),Y(o,` ${t??``}`),Y(c,n)},[()=>$(`answer.failed`),()=>q(r)instanceof fa?q(r).message:$(`answer.unreachable`),()=>$(`answer.again`)]),Sr(`click`,s,()=>location.reload()),J(e,t)},c=e=>{var r=_o(),a=dn(r);ii(a,()=>t.children,()=>q(n).answer);var o=L(a,2),s=e=>{var t=go(),n=I(t,!0);kn(e=>Y(n,e),[()=>$(`answer.waiting`)]),J(e,t)};Gr(o,e=>{q(i)&&e(s)}),J(e,r)},l=e=>{var t=vo(),n=I(t,!0);kn(e=>Y(n,e),[()=>$(`answer.waiting`)]),J(e,t)};Gr(o,e=>{q(r)?e(s):q(n)?e(c,1):e(l,-1)}),J(e,a),Xe()}Cr([`click`]),qe();var bo=new class{#e=j(N(sessionStorage.getItem(`ground`)??``));#t=j(N(sessionStorage.getItem(`ground id`)??``));get title(){return q(this.#e)}set title(e){M(this.#e,e,!0),this.#n(``)}get given(){return q(this.#e).trim()!==``}source(){return q(this.#t)?{id:q(this.#t)}:{document:{title:q(this.#e).trim()}}}rests(e){this.#n(e?.changes[0]?.source?.id??q(this.#t))}forget(){this.#n(``)}#n(e){M(this.#t,e,!0),sessionStorage.setItem(`ground`,q(this.#e)),sessionStorage.setItem(`ground id`,e)}},xo=new class{#e=j(``);get text(){return q(this.#e)}set text(e){M(this.#e,e,!0)}#t=j(``);get problem(){return q(this.#t)}set problem(e){M(this.#t,e,!0)}#n=j(0);get times(){return q(this.#n)}set times(e){M(this.#n,e,!0)}#r=[];async carryOut(e,...t){this.problem=``;let n=[];try{for(let e of t){let t=await e();bo.rests(t),t?.command&&n.unshift(t.command)}}finally{n.length&&(this.#r=n,this.text=e,this.times++)}}async tell(e,...t){await this.carryOut(e,...t).catch(e=>{this.text=``,this.problem=e.message})}async undo(e=this.#r){try{for(let t of e)await pa(Ba,{command:t,source:{document:{title:$(`undo.ground`)}}});this.text=``}catch(e){this.text=``,this.problem=e.message}bo.forget(),this.times++}dismiss(){this.text=this.problem=``}},So=jr(`<span class="alarm"> </span> <button type="button" class="quiet"> </button>`,1),Co=jr(`<span> </span> <button type="button"> </button> <button type="button" class="quiet"> </button>`,1),wo=jr(`<div class="done" role="status"><!></div>`);function To(e,t){Ye(t,!1),Yi();var n=wo(),r=un(n),i=e=>{var t=So(),n=dn(t),r=I(n,!0),i=L(n,2),a=I(i,!0);kn(e=>{Y(r,xo.problem),Y(a,e)},[()=>$(`undo.dismiss`)]),Sr(`click`,i,()=>xo.dismiss()),J(e,t)},a=e=>{var t=Co(),n=dn(t),r=I(n,!0),i=L(n,2),a=I(i,!0),o=L(i,2),s=I(o,!0);kn((e,t)=>{Y(r,xo.text),Y(a,e),Y(s,t)},[()=>$(`undo`),()=>$(`undo.dismiss`)]),Sr(`click`,i,()=>xo.undo()),Sr(`click`,o,()=>xo.dismiss()),J(e,t)};Gr(r,e=>{xo.problem?e(i):xo.text&&e(a,1)}),E(n),J(e,n),Xe()}Cr([`click`]);var Eo=jr(`<!> <main id="content"><!></main> <!>`,1);function Do(e,t){Ye(t,!0);let n=async e=>{let{load:t,id:n}=ua(e),{default:r}=await t();return{path:e,id:n,Room:r}},r=_t(()=>n(X.path));Sn(()=>{document.documentElement.lang=X.language,to.load(X.language).catch(()=>{})});var i=Eo(),a=dn(i);mo(a,{});var o=L(a,2);yo(un(o),{get to(){return q(r)},children:(e,t)=>{let n=()=>(t?.()).path,r=()=>(t?.()).id,i=()=>(t?.()).Room;var a=Fr();qr(dn(a),n,e=>{var t=Fr();ai(dn(t),i,(e,t)=>{t(e,{get id(){return r()}})}),J(e,t)}),J(e,a)},$$slots:{default:!0}}),E(o),To(L(o,2),{}),J(e,i),Xe()}var Oo=document.getElementById(`page`);Oo.replaceChildren(),Br(Do,{target:Oo});export{qi as $,Na as A,fr as At,Wa as B,M as Bt,Ea as C,jr as Ct,Aa as D,Sr as Dt,ka as E,Cr as Et,Ra as F,un as Ft,Ya as G,at as Gt,Ka as H,Zt as Ht,za as I,dn as It,X as J,ke as Jt,pa as K,Xe as Kt,Va as L,I as Lt,Fa as M,kn as Mt,Ia as N,Sn as Nt,ja as O,xr as Ot,La as P,rn as Pt,Ji as Q,Ha as R,L as Rt,Ta as S,Fr as St,Oa as T,Pr as Tt,qa as U,vt as Ut,Ga as V,j as Vt,Ja as W,_t as Wt,Zi as X,d as Xt,ea as Y,E as Yt,Yi as Z,h as Zt,ba as _,Qr as _t,$a as a,Ni as at,Ca as b,Y as bt,co as c,Ci as ct,$ as d,vi as dt,Gi as et,io as f,gi as ft,ya as g,ii as gt,va as h,oi as ht,lo as i,Ai as it,Pa as j,An as jt,Ma as k,q as kt,ao as l,Si as lt,_a as m,si as mt,bo as n,zi as nt,so as o,Mi as ot,no as p,ui as pt,ma as q,Ye as qt,yo as r,Li as rt,ro as s,ji as st,xo as t,Ui as tt,oo as u,xi as ut,xa as v,Jr as vt,Da as w,Nr as wt,wa as x,J as xt,Sa as y,Gr as yt,Ua as z,N as zt};