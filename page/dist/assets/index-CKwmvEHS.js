const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Today-LUiwlzNV.js","assets/Changes-D2FTNhlQ.js","assets/Named-D0dPHNye.js","assets/Side-CwXnQyAK.js","assets/Funnel-DIWnuWa6.js","assets/Heading-BG1LgDbc.js","assets/Panel-kY25Rzic.js","assets/Waiting-DJdnNsZY.js","assets/voice-DqwXWFyh.js","assets/Ground-B6QFG6vu.js","assets/Search-BsrKVfnD.js","assets/Organisation-Cg2TpBj_.js","assets/Award-5P6lwZHj.js","assets/Sources-xduIBD-J.js","assets/Networks-u8rpD5WT.js","assets/Network-DfTz26Tx.js","assets/Needs-DyHZLS2n.js","assets/HowToWrite-CtZZUhFH.js","assets/Record-wMJboTyk.js","assets/WillChange-Chyl6iag.js","assets/Stakeholder-DtIpKfMj.js","assets/Import-BOJxzSta.js","assets/Partnerships-Dx5LemKJ.js","assets/NewDecision-DjLtcQjj.js","assets/Money-CGnIvZpD.js","assets/ToDo-40MRYh-I.js","assets/Reports-68Sp5jIH.js","assets/Picture-DHC8dS-O.js","assets/Map-BgZBZclK.js","assets/Me-ftPnE5Bq.js","assets/People-D85HV-YA.js","assets/Changes-CX9--56-.js","assets/Missing-CTxpYdvt.js"])))=>i.map(i=>d[i]);
var e=Array.isArray,t=Array.prototype.indexOf,n=Array.prototype.includes,r=Array.from,i=Object.defineProperty,a=Object.getOwnPropertyDescriptor,o=Object.getOwnPropertyDescriptors,s=Object.prototype,c=Array.prototype,l=Object.getPrototypeOf,u=Object.isExtensible,d=()=>{};function f(e){return e()}function p(e){for(var t=0;t<e.length;t++)e[t]()}function m(){var e,t;return{promise:new Promise((n,r)=>{e=n,t=r}),resolve:e,reject:t}}function h(e,t){if(Array.isArray(e))return e;if(t===void 0||!(Symbol.iterator in e))return Array.from(e);let n=[];for(let r of e)if(n.push(r),n.length===t)break;return n}var g=1<<24,_=1024,v=2048,y=4096,ee=8192,b=16384,x=32768,te=1<<25,ne=65536,re=1<<18,ie=1<<19,ae=1<<20,oe=1<<25,se=1<<21,ce=1<<22,le=1<<23,ue=Symbol(`$state`),de=Symbol(`component`),fe=Symbol(`legacy props`),pe=Symbol(``),me=Symbol(`attributes`),he=Symbol(`class`),ge=Symbol(`style`),_e=Symbol(`text`),ve=Symbol(`form reset`),ye=new class extends Error{name=`StaleReactionError`;message="The reaction that called `getAbortSignal()` was re-run or destroyed"},be=!!globalThis.document?.contentType&&globalThis.document.contentType.includes(`xml`),xe={},S=Symbol(`uninitialized`),Se=`http://www.w3.org/1999/xhtml`;function Ce(){console.warn(`https://svelte.dev/e/derived_inert`)}function we(e){console.warn(`https://svelte.dev/e/hydration_mismatch`)}function Te(){console.warn(`https://svelte.dev/e/select_multiple_invalid_value`)}function Ee(){console.warn(`https://svelte.dev/e/svelte_boundary_reset_noop`)}var C=!1;function De(e){C=e}var w;function T(e){if(e===null)throw we(),xe;return w=e}function Oe(){return T(ln(w))}function E(e){if(C){if(ln(w)!==null)throw we(),xe;w=e}}function ke(e=1){if(C){for(var t=e,n=w;t--;)n=ln(n);w=n}}function Ae(e=!0){for(var t=0,n=w;;){if(n.nodeType===8){var r=n.data;if(r===`]`){if(t===0)return n;--t}else(r===`[`||r===`[!`||r[0]===`[`&&!isNaN(Number(r.slice(1))))&&(t+=1)}var i=ln(n);e&&n.remove(),n=i}}function je(e){if(!e||e.nodeType!==8)throw we(),xe;return e.data}function Me(e){return e===this.v}function Ne(e,t){return e==e?e!==t||typeof e==`object`&&!!e||typeof e==`function`:t==t}function Pe(e){return!Ne(e,this.v)}function Fe(){throw Error(`https://svelte.dev/e/async_derived_orphan`)}function Ie(e,t,n){throw Error(`https://svelte.dev/e/each_key_duplicate`)}function Le(e){throw Error(`https://svelte.dev/e/effect_in_teardown`)}function Re(){throw Error(`https://svelte.dev/e/effect_in_unowned_derived`)}function ze(e){throw Error(`https://svelte.dev/e/effect_orphan`)}function Be(){throw Error(`https://svelte.dev/e/effect_update_depth_exceeded`)}function Ve(e){throw Error(`https://svelte.dev/e/props_invalid_value`)}function He(){throw Error(`https://svelte.dev/e/state_descriptors_fixed`)}function Ue(){throw Error(`https://svelte.dev/e/state_prototype_fixed`)}function We(){throw Error(`https://svelte.dev/e/state_unsafe_mutation`)}function Ge(){throw Error(`https://svelte.dev/e/svelte_boundary_reset_onerror`)}var Ke=!1;function qe(){Ke=!0}var D=null;function Je(e){D=e}function Ye(e,t=!1,n){D={p:D,i:!1,c:null,e:null,s:e,x:null,r:H,l:Ke&&!t?{s:null,u:null,$:[]}:null}}function Xe(e){var t=D,n=t.e;if(n!==null){t.e=null;for(var r of n)Cn(r)}return e!==void 0&&(t.x=e),t.i=!0,D=t.p,Ze(e)}function Ze(e={}){return i(e,de,{value:!0}),e}function Qe(){return!Ke||D!==null&&D.l===null}var $e=[];function et(){var e=$e;$e=[],p(e)}function tt(e){if($e.length===0&&!Ot){var t=$e;queueMicrotask(()=>{t===$e&&et()})}$e.push(e)}function nt(){for(;$e.length>0;)et()}var rt=~(v|y|_);function O(e,t){e.f=e.f&rt|t}function it(e){e.f&512||e.deps===null?O(e,_):O(e,y)}function at(e,t){e.f&2048?t.set(e,v):e.f&4096&&t.get(e)!==2048&&t.set(e,y),O(e,_)}function ot(e){C&&P(e)!==null&&dn(e)}var st=!1;function ct(){st||(st=!0,document.addEventListener(`reset`,e=>{Promise.resolve().then(()=>{if(!e.defaultPrevented)for(let t of e.target.elements)t[ve]?.()})},{capture:!0}))}function lt(e){var t=V,n=H;Kn(null),qn(null);try{return e()}finally{Kn(t),qn(n)}}function ut(e,t,n,r=n){e.addEventListener(t,()=>lt(n));let i=e[ve];e[ve]=i?()=>{i(),r(!0)}:()=>r(!0),ct()}function dt(e,t,n,r){let i=Qe()?ht:vt;var a=e.filter(e=>!e.settled),o=t.map(i);if(n.length===0&&a.length===0){r(o);return}var s=H,c=ft(),l=a.length===1?a[0].promise:a.length>1?Promise.all(a.map(e=>e.promise)):null;function u(e){if(!(s.f&16384)){c();try{r([...o,...e])}catch(e){gn(e,s)}pt()}}var d=mt();if(n.length===0){l.then(()=>u([])).finally(d);return}function f(){Promise.all(n.map(e=>_t(e))).then(u).catch(e=>gn(e,s)).finally(d)}l?l.then(()=>{s.f&16384?d():(c(),f(),pt())}):f()}function ft(){var e=H,t=V,n=D,r=A;return function(i=!0){qn(e),Kn(t),Je(n),i&&!(e.f&16384)&&(r?.activate(),r?.apply())}}function pt(e=!0){qn(null),Kn(null),Je(null),e&&A?.deactivate()}function mt(){var e=H,t=e.b,n=A,r=!!t?.is_rendered();return t?.update_pending_count(1,n),n.increment(r,e),()=>{t?.update_pending_count(-1,n),n.decrement(r,e)}}function ht(e){var t=2|v;return H!==null&&(H.f|=ie),{ctx:D,deps:null,effects:null,equals:Me,f:t,fn:e,reactions:null,rv:0,v:S,wv:0,parent:H,ac:null}}var gt=Symbol(`obsolete`);function _t(e,t,n){let r=H;r===null&&Fe();var i=void 0,a=Gt(S),o=!V,s=new Set;return Dn(()=>{var t=H,n=m();i=n.promise;try{Promise.resolve(e()).then(n.resolve,e=>{e!==ye&&n.reject(e)}).finally(pt)}catch(e){n.reject(e),pt()}var c=A;if(o){if(t.f&32768)var l=mt();if(r.b?.is_rendered())c.async_deriveds.get(t)?.reject(gt);else for(let e of s.values())e.reject(gt);s.add(n),c.async_deriveds.set(t,n)}let u=(e,t=void 0)=>{l?.(),s.delete(n),t!==gt&&(c.activate(),t?(a.f|=le,Yt(a,t)):(a.f&8388608&&(a.f^=le),Yt(a,e)),c.deactivate())};n.promise.then(u,e=>u(null,e||`unknown`))}),xn(()=>{for(let e of s)e.reject(gt)}),new Promise(e=>{function t(n){function r(){n===i?e(a):t(i)}n.then(r,r)}t(i)})}function k(e){let t=ht(e);return Yn(t),t}function vt(e){let t=ht(e);return t.equals=Pe,t}function yt(e){var t=e.effects;if(t!==null){e.effects=null;for(var n=0;n<t.length;n+=1)B(t[n])}}function bt(e){var t,n=H,r=e.parent;if(!Un&&r!==null&&e.v!==S&&r.f&24576)return Ce(),e.v;qn(r);try{yt(e),t=or(e)}finally{qn(n)}return t}function xt(e){var t=bt(e);!e.equals(t)&&(e.wv=rr(),(!A?.is_fork||e.deps===null)&&(A===null?e.v=t:(A.capture(e,t,!0),Tt?.capture(e,t,!0)),e.deps===null))?O(e,_):Un||(Et===null?it(e):(bn()||A?.is_fork)&&Et.set(e,t))}function St(e){if(e.effects!==null)for(let t of e.effects)(t.teardown||t.ac)&&(t.teardown?.(),t.ac!==null&&lt(()=>{t.ac.abort(ye),t.ac=null}),t.fn!==null&&(t.teardown=d),lr(t,0),Nn(t))}function Ct(e){if(e.effects!==null)for(let t of e.effects)t.teardown&&t.fn!==null&&ur(t)}var wt=null,A=null,Tt=null,Et=null,Dt=null,Ot=!1,kt=!1,At=null,jt=null,Mt=0,Nt=1,Pt=class e{id=Nt++;started=!1;linked=!0;prev=null;next=null;async_deriveds=new Map;current=new Map;previous=new Map;#e=new Set;#t=new Set;#n=0;#r=new Map;#i=null;#a=[];#o=[];#s=new Map;#c=new Map;#l=new Set;is_fork=!1;#u=!1;constructor(){wt===null?wt=this:(wt.next=this,this.prev=wt),wt=this}#d(){if(this.is_fork)return!0;for(let e of this.#r.keys())if(!this.#f(e))return!0;return!1}#f(e){for(var t=e;t!==null;t=t.parent)if(this.#c.has(t))return!0;return!1}skip_effect(e){this.#c.has(e)||this.#c.set(e,{d:[],m:[]}),this.#l.delete(e)}unskip_effect(e,t=e=>this.schedule(e)){var n=this.#c.get(e);if(n){this.#c.delete(e);for(var r of n.d)O(r,v),t(r);for(r of n.m)O(r,y),t(r)}this.#l.add(e)}#p(){var e=[];for(let i of this.#a)if(!(i.f&16384||!(i.f&6144))){for(var t=i,n=!1;t.parent!==null;){t=t.parent;var r=t.f;if(r&96){if(!(r&1024)){n=!0;break}t.f^=_}}n||e.push(t)}return this.#a=[],e}#m(){this.started=!0;for(let[e,t]of this.#s)O(e,t),this.schedule(e);this.apply();for(var t=At=[],n=[],r=jt=[];this.#a.length>0;){Mt++>1e3&&(this.#b(),It());for(let e of this.#p())try{this.#h(e,t,n)}catch(t){throw Vt(e),this.#d()||this.discard(),t}}if(A=null,r.length>0){var i=e.ensure();for(let e of r)i.schedule(e)}if(At=null,jt=null,this.#d()){this.#y(n),this.#y(t);for(let[e,t]of this.#c)Bt(e,t);r.length>0&&A.#m();return}let a=this.#g();if(a)this.#y(n),this.#y(t),a.#v(this);else{this.#s.clear();for(let e of this.#e)e(this);this.#e.clear(),Tt=this,Rt(n),Rt(t),Tt=null,this.#i?.resolve();var o=A;this.#n===0&&(this.#a.length===0||o!==null)&&this.#b(),o!==null&&(Ut.clear(),o.#m())}}#h(e,t,n){e.f^=_;for(var r=e.first;r!==null;){var i=r.f,a=!!(i&96);if(!(a&&i&1024||i&8192||this.#c.has(r))&&r.fn!==null){a?r.f^=_:i&4?t.push(r):ir(r)&&(i&16&&this.add_dirty_reaction(r,y),ur(r));var o=r.first;if(o!==null){r=o;continue}}for(;r!==null;){var s=r.next;if(s!==null){r=s;break}r=r.parent}}}#g(){for(var e=this.prev;e!==null;e=e.prev)if(!e.is_fork&&this.#_(e))return e;return null}#_(e){for(let[t,[,n]]of this.current)if(!n&&e.current.has(t))return!0;return!1}#v(e){for(let[t,n]of e.current)!this.previous.has(t)&&e.previous.has(t)&&this.previous.set(t,e.previous.get(t)),this.current.set(t,n);for(let[t,n]of e.async_deriveds){let e=this.async_deriveds.get(t);e&&n.promise.then(e.resolve).catch(e.reject)}e.async_deriveds.clear(),this.transfer_reactions(e.#s);let t=e=>{var n=e.reactions;if(n!==null&&!(e.f&2&&!(e.f&6144)))for(let e of n){var r=e.f;if(r&2)t(e);else{var i=e;r&4194320&&!this.async_deriveds.has(i)&&(this.#s.delete(i),O(i,v),this.schedule(i))}}};for(let e of this.current.keys())t(e);this.oncommit(()=>e.discard()),e.#b(),A=this,this.#m()}#y(e){for(var t=0;t<e.length;t+=1)at(e[t],this.#s)}capture(e,t,n=!1){e.v!==S&&!this.previous.has(e)&&this.previous.set(e,e.v),e.f&8388608||(this.current.set(e,[t,n]),Et?.set(e,t)),this.is_fork||(e.v=t)}activate(){A=this}deactivate(){A=null,Et=null}flush(){try{kt=!0,A=this,this.#m()}finally{Mt=0,Dt=null,At=null,jt=null,kt=!1,A=null,Et=null,Ut.clear()}}discard(){for(let e of this.#t)e(this);this.#t.clear();for(let e of this.async_deriveds.values())e.reject(gt);this.#b(),this.#i?.resolve()}register_created_effect(e){this.#o.push(e)}increment(e,t){if(this.#n+=1,e){let e=this.#r.get(t)??0;this.#r.set(t,e+1)}}decrement(e,t){if(--this.#n,e){let e=this.#r.get(t)??0;e===1?this.#r.delete(t):this.#r.set(t,e-1)}this.#u||(this.#u=!0,tt(()=>{this.#u=!1,this.linked&&this.flush()}))}transfer_reactions(e){for(let[t,n]of e)this.add_dirty_reaction(t,n);e.clear()}add_dirty_reaction(e,t){(t===2048||this.#s.get(e)!==2048)&&this.#s.set(e,t)}oncommit(e){this.#e.add(e)}ondiscard(e){this.#t.add(e)}settled(){return(this.#i??=m()).promise}static ensure(){if(A===null){let t=A=new e;!kt&&!Ot&&tt(()=>{t.started||t.flush()})}return A}apply(){Et=null}schedule(e){Dt=e,e.b?.is_pending&&e.f&16777228&&!(e.f&32768)?e.b.defer_effect(e):this.#a.push(e)}#b(){if(this.linked){var e=this.prev,t=this.next;e===null||(e.next=t),t===null?wt=e:t.prev=e,this.linked=!1}}};function Ft(e){var t=Ot,n=Tt;Tt=null,Ot=!0;try{var r;for(e&&(Ft(),r=e());;){if(nt(),A===null)return r;A.flush()}}finally{Ot=t,Tt=n}}function It(){try{Be()}catch(e){gn(e,Dt)}}var Lt=null;function Rt(e){var t=e.length;if(t!==0){for(var n=0;n<t;){var r=e[n++];if(!(r.f&24576)&&ir(r)&&(Lt=new Set,ur(r),r.deps===null&&r.first===null&&r.nodes===null&&r.teardown===null&&r.ac===null&&In(r),Lt?.size>0)){Ut.clear();for(let e of Lt){if(e.f&24576)continue;let t=[e],n=e.parent;for(;n!==null;)Lt.has(n)&&(Lt.delete(n),t.push(n)),n=n.parent;for(let e=t.length-1;e>=0;e--){let n=t[e];n.f&24576||ur(n)}}Lt.clear()}}Lt=null}}function zt(e){A.schedule(e)}function Bt(e,t){if(!(e.f&32&&e.f&1024)){e.f&2048?t.d.push(e):e.f&4096&&t.m.push(e),O(e,_);for(var n=e.first;n!==null;)Bt(n,t),n=n.next}}function Vt(e){O(e,_);for(var t=e.first;t!==null;)Vt(t),t=t.next}var Ht=new Set,Ut=new Map,Wt=!1;function Gt(e,t){return{f:0,v:e,reactions:null,equals:Me,rv:0,wv:0}}function j(e,t){let n=Gt(e,t);return Yn(n),n}function Kt(e,t=!1,n=!0){let r=Gt(e);return t||(r.equals=Pe),Ke&&n&&D!==null&&D.l!==null&&(D.l.s??=[]).push(r),r}function M(e,t,n=!1){return V!==null&&(!Gn||V.f&131072)&&Qe()&&V.f&4325394&&(Jn===null||!Jn.has(e))&&We(),Yt(e,n?$t(t):t,jt)}var qt=null,Jt=0;function Yt(e,t,n=null){if(!e.equals(t)){Un?Ut.set(e,t):Ut.has(e)||Ut.set(e,e.v);var r=Pt.ensure();if(r.capture(e,t),e.f&2){let t=e;e.f&2048&&bt(t),Et===null&&it(t)}e.wv=rr(),qt=null,Jt=0,Qt(e,v,n),qt=null,Qe()&&H!==null&&H.f&1024&&!(H.f&96)&&(Zn===null?Qn([e]):Zn.push(e)),!r.is_fork&&Ht.size>0&&!Wt&&Xt()}return t}function Xt(){Wt=!1;for(let e of Ht){e.f&1024&&O(e,y);let t;try{t=ir(e)}catch{t=!0}t&&ur(e)}Ht.clear()}function Zt(e){M(e,e.v+1)}function Qt(e,t,n){var r=e.reactions;if(r!==null){var i=Qe(),a=r.length;if(Jt+=a,Jt>1e5&&qt===null&&(qt=new Set),qt!==null){if(qt.has(e))return;qt.add(e)}for(var o=0;o<a;o++){var s=r[o],c=s.f;if(i||s!==H){var l=(c&v)===0;if(l&&O(s,t),c&131072)Ht.add(s);else if(c&2){var u=s;Et?.delete(u),Qt(u,y,n)}else if(l){var d=s;c&16&&Lt!==null&&Lt.add(d),n===null?zt(d):n.push(d)}}}}}function $t(t){if(typeof t!=`object`||!t||ue in t||de in t)return t;let n=l(t);if(n!==s&&n!==c)return t;var r=new Map,i=e(t),o=j(0),u=null,d=tr,f=e=>{if(tr===d)return e();var t=V,n=tr;Kn(null),nr(d);var r=e();return Kn(t),nr(n),r};return i&&r.set(`length`,j(t.length,u)),new Proxy(t,{defineProperty(e,t,n){`value`in n&&n.configurable!==!1&&n.enumerable!==!1&&n.writable!==!1||He();var i=r.get(t);return i===void 0?f(()=>{var e=j(n.value,u);return r.set(t,e),e}):M(i,n.value,!0),!0},deleteProperty(e,t){var n=r.get(t);if(n===void 0){if(t in e){let e=f(()=>j(S,u));r.set(t,e),Zt(o)}}else M(n,S),Zt(o);return!0},get(e,n,i){if(n===ue)return t;var o=r.get(n),s=n in e;if(o===void 0&&(!s||a(e,n)?.writable)&&(o=f(()=>j($t(s?e[n]:S),u)),r.set(n,o)),o!==void 0){var c=W(o);return c===S?void 0:c}return Reflect.get(e,n,i)},getOwnPropertyDescriptor(e,t){this.has?.(e,t);var n=Reflect.getOwnPropertyDescriptor(e,t),i=r.get(t);if(i!==void 0){var a=W(i);if(a===S)return;if(n&&`value`in n)n.value=a;else return{enumerable:!0,configurable:!0,value:a,writable:!0}}return n},has(e,t){if(t===ue)return!0;var n=r.get(t),i=n!==void 0&&n.v!==S||Reflect.has(e,t);return(n!==void 0||(H!==null||V!==null)&&(!i||a(e,t)?.writable))&&(n===void 0&&(n=f(()=>j(i?$t(e[t]):S,u)),r.set(t,n)),W(n)===S)?!1:i},set(e,t,n,s){var c=r.get(t),l=t in e;if(i&&t===`length`)for(var d=n;d<c.v;d+=1){var p=r.get(d+``);p===void 0?d in e&&(p=f(()=>j(S,u)),r.set(d+``,p)):M(p,S)}if(c===void 0)(!l||a(e,t)?.writable)&&(c=f(()=>j(void 0,u)),M(c,$t(n)),r.set(t,c));else{l=c.v!==S;var m=f(()=>$t(n));M(c,m)}var h=Reflect.getOwnPropertyDescriptor(e,t);if(h?.set&&h.set.call(s,n),!l){if(i&&typeof t==`string`){var g=r.get(`length`),_=Number(t);Number.isInteger(_)&&_>=g.v&&M(g,_+1)}Zt(o)}return!0},ownKeys(e){W(o);var t=Reflect.ownKeys(e).filter(e=>{var t=r.get(e);return t===void 0||t.v!==S});for(var[n,i]of r)i.v!==S&&!(n in e)&&t.push(n);return t},setPrototypeOf(){Ue()}})}function en(e){try{if(typeof e==`object`&&e&&ue in e)return e[ue]}catch{}return e}function tn(e,t){return Object.is(en(e),en(t))}var nn,rn,an,on,sn;function cn(){if(nn===void 0){nn=window,rn=document,an=/Firefox/.test(navigator.userAgent);var e=Element.prototype,t=Node.prototype,n=Text.prototype;on=a(t,`firstChild`).get,sn=a(t,`nextSibling`).get,u(e)&&(e[he]=void 0,e[me]=null,e[ge]=void 0,e.__e=void 0),u(n)&&(n[_e]=void 0)}}function N(e=``){return document.createTextNode(e)}function P(e){return on.call(e)}function ln(e){return sn.call(e)}function F(e,t){if(!C)return P(e);var n=P(w);if(n===null)n=w.appendChild(N());else if(t&&n.nodeType!==3){var r=N();return n?.before(r),T(r),r}return t&&mn(n),T(n),n}function un(e,t=!1){if(!C){var n=P(e);return n instanceof Comment&&n.data===``?ln(n):n}if(t){if(w?.nodeType!==3){var r=N();return w?.before(r),T(r),r}mn(w)}return w}function I(e,t=!1){if(!C)return P(e);var n=F(e,t);return E(e),n}function L(e,t=1,n=!1){let r=C?w:e;for(var i;t--;)i=r,r=ln(r);if(!C)return r;if(n){if(r?.nodeType!==3){var a=N();return r===null?i?.after(a):r.before(a),T(a),a}mn(r)}return T(r),r}function dn(e){e.textContent=``}function fn(){return!1}function pn(e,t,n){return t==null||t===`http://www.w3.org/1999/xhtml`?n?document.createElement(e,{is:n}):document.createElement(e):n?document.createElementNS(t,e,{is:n}):document.createElementNS(t,e)}function mn(e){if(e.nodeValue.length<65536)return;let t=e.nextSibling;for(;t!==null&&t.nodeType===3;)t.remove(),e.nodeValue+=t.nodeValue,t=e.nextSibling}function hn(e){var t=H;if(t===null)return V.f|=le,e;if(!(t.f&32768)&&!(t.f&4))throw e;gn(e,t)}function gn(e,t){if(e===xe)throw e;if(!(t!==null&&t.f&16384)){for(;t!==null;){if(t.f&128&&!(t.f&33570816)){if(!(t.f&32768))throw e;try{t.b.error(e);return}catch(t){e=t}}t=t.parent}throw e}}function _n(e){H===null&&(V===null&&ze(e),Re()),Un&&Le(e)}function vn(e,t){var n=t.last;n===null?t.last=t.first=e:(n.next=e,e.prev=n,t.last=e)}function yn(e,t){var n=H;n!==null&&n.f&8192&&(e|=ee);var r={ctx:D,deps:null,nodes:null,f:e|v|512,first:null,fn:t,last:null,next:null,parent:n,b:n&&n.b,prev:null,teardown:null,wv:0,ac:null};A?.register_created_effect(r);var i=r;if(e&4)At===null?Pt.ensure().schedule(r):At.push(r);else if(t!==null){try{ur(r)}catch(e){throw B(r),e}i.deps===null&&i.teardown===null&&i.nodes===null&&i.first===i.last&&!(i.f&524288)&&(i=i.first,e&16&&e&65536&&i!==null&&(i.f|=ne))}if(i!==null&&(i.parent=n,n!==null&&vn(i,n),V!==null&&V.f&2&&!(e&64))){var a=V;(a.effects??=[]).push(i)}return r}function bn(){return V!==null&&!Gn}function xn(e){let t=yn(8,null);return O(t,_),t.teardown=e,t}function Sn(e){_n(`$effect`);var t=H.f;if(!V&&t&32&&D!==null&&!D.i){var n=D;(n.e??=[]).push(e)}else return Cn(e)}function Cn(e){return yn(4|ae,e)}function wn(e){return _n(`$effect.pre`),yn(8|ae,e)}function Tn(e){Pt.ensure();let t=yn(64|ie,e);return(e={})=>new Promise(n=>{e.outro?Ln(t,()=>{B(t),n(void 0)}):(B(t),n(void 0))})}function En(e){return yn(4,e)}function Dn(e){return yn(ce|ie,e)}function On(e,t=0){return yn(8|t,e)}function R(e,t=[],n=[],r=[]){dt(r,t,n,t=>{yn(8,()=>{e(...t.map(W))})})}function kn(e,t=[],n=[],r=[]){dt(r,t,n,t=>{yn(4,()=>e(...t.map(W)))})}function An(e,t=0){return yn(16|t,e)}function jn(e,t=0){return yn(g|t,e)}function z(e){return yn(32|ie,e)}function Mn(e){var t=e.teardown;if(t!==null){let n=Un,r=V;Wn(!0),Kn(null);try{t.call(null)}catch(t){gn(t,e.parent)}finally{Wn(n),Kn(r)}}}function Nn(e,t=!1){var n=e.first;for(e.first=e.last=null;n!==null;){let e=n.ac;e!==null&&lt(()=>{e.abort(ye)});var r=n.next;n.f&64?n.parent=null:B(n,t),n=r}}function Pn(e){for(var t=e.first;t!==null;){var n=t.next;t.f&32||B(t),t=n}}function B(e,t=!0){var n=!1;(t||e.f&262144)&&e.nodes!==null&&e.nodes.end!==null&&(Fn(e.nodes.start,e.nodes.end),n=!0),e.f|=te,Nn(e,t&&!n),lr(e,0);var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)e.stop();Mn(e),e.f^=te,e.f|=b;var i=e.parent;i!==null&&i.first!==null&&In(e),e.next=e.prev=e.teardown=e.ctx=e.deps=e.fn=e.nodes=e.ac=e.b=null}function Fn(e,t){for(;e!==null;){var n=e===t?null:ln(e);e.remove(),e=n}}function In(e){var t=e.parent,n=e.prev,r=e.next;n!==null&&(n.next=r),r!==null&&(r.prev=n),t!==null&&(t.first===e&&(t.first=r),t.last===e&&(t.last=n))}function Ln(e,t,n=!0){var r=[];e.f|=256,Rn(e,r,!0);var i=()=>{n&&B(e),t&&t()},a=r.length;if(a>0){var o=()=>--a||i();for(var s of r)s.out(o)}else i()}function Rn(e,t,n){if(!(e.f&8192)){e.f^=ee;var r=e.nodes&&e.nodes.t;if(r!==null)for(let e of r)(e.is_global||n)&&t.push(e);for(var i=e.first;i!==null;){var a=i.next;if(!(i.f&64)){var o=!!(i.f&65536)||!!(i.f&32)&&!!(e.f&16);Rn(i,t,o?n:!1)}i=a}}}function zn(e){e.f&=-257,Bn(e,!0)}function Bn(e,t){if(!(e.f&256)&&e.f&8192){e.f^=ee,e.f&1024||(O(e,v),Pt.ensure().schedule(e));for(var n=e.first;n!==null;){var r=n.next,i=!!(n.f&65536)||!!(n.f&32);Bn(n,i?t:!1),n=r}var a=e.nodes&&e.nodes.t;if(a!==null)for(let e of a)(e.is_global||t)&&e.in()}}function Vn(e,t){if(e.nodes)for(var n=e.nodes.start,r=e.nodes.end;n!==null;){var i=n===r?null:ln(n);t.append(n),n=i}}var Hn=null,Un=!1;function Wn(e){Un=e}var V=null,Gn=!1;function Kn(e){V=e}var H=null;function qn(e){H=e}var Jn=null;function Yn(e){V!==null&&(V.f&2097152||V.f&2)&&(Jn??=new Set).add(e)}var U=null,Xn=0,Zn=null;function Qn(e){Zn=e}var $n=1,er=0,tr=er;function nr(e){tr=e}function rr(){return++$n}function ir(e){var t=e.f;if(t&2048)return!0;if(t&4096){for(var n=e.deps,r=n.length,i=0;i<r;i++){var a=n[i];if(ir(a)&&xt(a),a.wv>e.wv)return!0}t&512&&Et===null&&O(e,_)}return!1}function ar(e,t,n=!0){var r=e.reactions;if(r!==null&&!(Jn!==null&&Jn.has(e)))for(var i=0;i<r.length;i++){var a=r[i];a.f&2?ar(a,t,!1):t===a&&(n?O(a,v):a.f&1024&&O(a,y),zt(a))}}function or(e){var t=U,n=Xn,r=Zn,i=V,a=Jn,o=D,s=Gn,c=tr,l=e.f;U=null,Xn=0,Zn=null,V=l&96?null:e,Jn=null,Je(e.ctx),Gn=!1,tr=++er,e.ac!==null&&(lt(()=>{e.ac.abort(ye)}),e.ac=null);try{e.f|=se;var u=e.fn,d=u();e.f|=x;var f=sr(e);if(Qe()&&Zn!==null&&!Gn&&f!==null&&!(e.f&6146))for(var p=0;p<Zn.length;p++)ar(Zn[p],e);if(i!==null&&i!==e){if(er++,i.deps!==null)for(let e=0;e<n;e+=1)i.deps[e].rv=er;if(t!==null)for(let e of t)e.rv=er;Zn!==null&&(r===null?r=Zn:r.push(...Zn))}return e.f&8388608&&(e.f^=le),d}catch(t){return sr(e),hn(t)}finally{e.f^=se,U=t,Xn=n,Zn=r,V=i,Jn=a,Je(o),Gn=s,tr=c}}function sr(e){var t=e.deps,n=A?.is_fork;if(U!==null){var r;if(n||lr(e,Xn),t!==null&&Xn>0)for(t.length=Xn+U.length,r=0;r<U.length;r++)t[Xn+r]=U[r];else e.deps=t=U;if(bn()&&e.f&512)for(r=Xn;r<t.length;r++)(t[r].reactions??=[]).push(e)}else!n&&t!==null&&Xn<t.length&&(lr(e,Xn),t.length=Xn);return t}function cr(e,r){let i=r.reactions;if(i!==null){var a=t.call(i,e);if(a!==-1){var o=i.length-1;o===0?i=r.reactions=null:(i[a]=i[o],i.pop())}}if(i===null&&r.f&2&&(U===null||!n.call(U,r))){var s=r;s.f&512&&(s.f^=512),s.v!==S&&it(s),s.ac!==null&&lt(()=>{s.ac.abort(ye),s.ac=null,O(s,v)}),St(s),lr(s,0)}}function lr(e,t){var n=e.deps;if(n!==null)for(var r=t;r<n.length;r++)cr(e,n[r])}function ur(e){var t=e.f;if(!(t&16384)){O(e,_);var n=H;H=e;try{t&16777232?Pn(e):Nn(e),Mn(e);var r=or(e);e.teardown=typeof r==`function`?r:null,e.wv=$n}finally{H=n}}}async function dr(){await Promise.resolve(),Ft()}function W(e){var t=!!(e.f&2);if(Hn?.add(e),V!==null&&!Gn&&!(H!==null&&H.f&16384)&&(Jn===null||!Jn.has(e))){var r=V.deps;if(V.f&2097152)e.rv<er&&(e.rv=er,U===null&&r!==null&&r[Xn]===e?Xn++:U===null?U=[e]:U.push(e));else{V.deps??=[],n.call(V.deps,e)||V.deps.push(e);var i=e.reactions;i===null?e.reactions=[V]:n.call(i,V)||i.push(V)}}if(Un&&Ut.has(e))return Ut.get(e);if(t){var a=e;if(Un){var o=a.v;return(!(a.f&1024)&&a.reactions!==null||pr(a))&&(o=bt(a)),Ut.set(a,o),o}var s=!(a.f&512)&&!Gn&&V!==null&&!!(V.f&512),c=(a.f&x)===0;ir(a)&&(s&&(a.f|=512),xt(a)),s&&!c&&(Ct(a),fr(a))}if(Et?.has(e))return Et.get(e);if(e.f&8388608)throw e.v;return e.v}function fr(e){if(e.f|=512,e.deps!==null)for(let r of e.deps){var t=r.reactions;t===null?r.reactions=[e]:n.call(t,e)||t.push(e),r.f&2&&!(r.f&512)&&(Ct(r),fr(r))}}function pr(e){if(e.v===S)return!0;if(e.deps===null)return!1;for(let t of e.deps)if(Ut.has(t)||t.f&2&&pr(t))return!0;return!1}function mr(e){var t=Gn;try{return Gn=!0,e()}finally{Gn=t}}function hr(e){if(!(typeof e!=`object`||!e||e instanceof EventTarget)){if(ue in e)gr(e);else if(!Array.isArray(e))for(let t in e){let n=e[t];typeof n==`object`&&n&&ue in n&&gr(n)}}}function gr(e,t=new Set){if(typeof e==`object`&&e&&!(e instanceof EventTarget)&&!t.has(e)){t.add(e),e instanceof Date&&e.getTime();for(let n in e)try{gr(e[n],t)}catch{}let n=l(e);if(n!==Object.prototype&&n!==Array.prototype&&n!==Map.prototype&&n!==Set.prototype&&n!==Date.prototype){let t=o(n);for(let n in t){let r=t[n].get;if(r)try{r.call(e)}catch{}}}}}[...`allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback`.split(`.`)];var _r=[`touchstart`,`touchmove`];function vr(e){return _r.includes(e)}var yr=Symbol(`events`),br=new Set,xr=new Set;function Sr(e,t,n,r={}){function i(e){if(r.capture||Or.call(t,e),!e.cancelBubble)return lt(()=>n?.call(this,e))}return e.startsWith(`pointer`)||e.startsWith(`touch`)||e===`wheel`?(i.__removed=!1,tt(()=>{i.__removed||t.addEventListener(e,i,r)})):t.addEventListener(e,i,r),i}function Cr(e,t,n,r,i){var a={capture:r,passive:i},o=Sr(e,t,n,a);(t===document.body||t===window||t===document||t instanceof HTMLMediaElement)&&xn(()=>{o.__removed=!0,t.removeEventListener(e,o,a)})}function wr(e,t,n){(t[yr]??={})[e]=n}function Tr(e){for(var t=0;t<e.length;t++)br.add(e[t]);for(var n of xr)n(e)}var Er=null,Dr=!1;function Or(e){var t=this,n=t.ownerDocument,r=e.type,a=e.composedPath?.()||[],o=a[0]||e.target;Er=e,Dr||(Dr=!0,setTimeout(()=>{Dr=!1,Er=null}));var s=0,c=Er===e&&e[yr];if(c){var l=a.indexOf(c);if(l!==-1&&(t===document||t===window)){e[yr]=t;return}var u=a.indexOf(t);if(u===-1)return;l<=u&&(s=l)}if(o=a[s]||e.target,o!==t){i(e,`currentTarget`,{configurable:!0,get(){return o||n}});var d=V,f=H;Kn(null),qn(null);try{for(var p,m=[];o!==null&&o!==t;){try{var h=o[yr]?.[r];h==null||o.disabled&&e.target!==o||h.call(o,e)}catch(e){p?m.push(e):p=e}if(e.cancelBubble)break;s++,o=s<a.length?a[s]:null}if(p){for(let e of m)queueMicrotask(()=>{throw e});throw p}}finally{e[yr]=t,delete e.currentTarget,Kn(d),qn(f)}}}var kr=globalThis?.window?.trustedTypes&&globalThis.window.trustedTypes.createPolicy(`svelte-trusted-html`,{createHTML:e=>e});function Ar(e){return kr?.createHTML(e)??e}function jr(e){var t=pn(`template`);return t.innerHTML=Ar(e.replaceAll(`<!>`,`<!---->`)),t.content}function Mr(e,t){var n=H;n.nodes===null&&(n.nodes={start:e,end:t,a:null,t:null})}function G(e,t){var n=!!(t&1),r=!!(t&2),i,a=!e.startsWith(`<!>`);return()=>{if(C)return Mr(w,null),w;i===void 0&&(i=jr(a?e:`<!>`+e),n||(i=P(i)));var t=r||an?document.importNode(i,!0):i.cloneNode(!0);if(n){var o=P(t),s=t.lastChild;Mr(o,s)}else Mr(t,t);return t}}function Nr(e,t,n=`svg`){var r=!e.startsWith(`<!>`),i=!!(t&1),a=`<${n}>${r?e:`<!>`+e}</${n}>`,o;return()=>{if(C)return Mr(w,null),w;if(!o){var e=P(jr(a));if(i)for(o=document.createDocumentFragment();P(e);)o.appendChild(P(e));else o=P(e)}var t=o.cloneNode(!0);if(i){var n=P(t),r=t.lastChild;Mr(n,r)}else Mr(t,t);return t}}function Pr(e,t){return Nr(e,t,`svg`)}function Fr(e=``){if(!C){var t=N(e+``);return Mr(t,t),t}var n=w;return n.nodeType===3?mn(n):(n.before(n=N()),T(n)),Mr(n,n),n}function Ir(){if(C)return Mr(w,null),w;var e=document.createDocumentFragment(),t=document.createComment(``),n=N();return e.append(t,n),Mr(t,n),e}function K(e,t){if(C){var n=H;n.f&32768&&n.nodes.end!==null||(n.nodes.end=w),Oe()}else e!==null&&e.before(t)}function Lr(e){let t=0,n=Gt(0),r;return()=>{bn()&&(W(n),On(()=>(t===0&&(r=mr(()=>e(()=>Zt(n)))),t+=1,()=>{tt(()=>{--t,t===0&&(r?.(),r=void 0,Zt(n))})})))}}var Rr=ne|ie;function zr(e,t,n,r){new Br(e,t,n,r)}var Br=class{parent;is_pending=!1;transform_error;#e;#t=C?w:null;#n;#r;#i;#a=null;#o=null;#s=null;#c=null;#l=0;#u=0;#d=!1;#f=new Map;#p=null;#m=Lr(()=>(this.#p=Gt(this.#l),()=>{this.#p=null}));constructor(e,t,n,r){this.#e=e,this.#n=t,this.#r=e=>{var t=H;t.b=this,t.f|=128,n(e)},this.parent=H.b,this.transform_error=r??this.parent?.transform_error??(e=>e),this.#i=An(()=>{if(C){let e=je(this.#t);Oe();let t=e===`[!`;if(e.startsWith(`[?`)){let t=JSON.parse(e.slice(2));this.#g(t)}else t?this.#y():this.#h()}else this.#b()},Rr),C&&(this.#e=w)}#h(){try{this.#a=z(()=>this.#r(this.#e))}catch(e){this.error(e)}}#g(e){let t=this.#n.failed,{reset:n,invoke_onerror:r}=this.#_(e);tt(r),t&&(this.#s=z(()=>{t(this.#e,()=>e,()=>n)}))}#_(e){var t=!1,n=!1;let r=()=>{this.#v()||(t?Ee():(t=!0,n&&Ge(),this.#s!==null&&Ln(this.#s,()=>{this.#s=null}),this.#S(()=>{this.#b()})))};return{reset:r,invoke_onerror:()=>{if(!this.#v())try{n=!0,this.#n.onerror?.(e,r),n=!1}catch(e){gn(e,this.#i&&this.#i.parent)}}}}#v(){return(this.#i.f&(b|te))!==0}#y(){let e=this.#n.pending;e&&(this.is_pending=!0,this.#o=z(()=>e(this.#e)),tt(()=>{if(!this.#v()){var e=this.#c=document.createDocumentFragment(),t=N(),n=!1;e.append(t),this.#a=this.#S(()=>{try{return z(()=>this.#r(t))}catch(e){try{this.error(e),n=!0}catch(e){gn(e,this.#i.parent)}return null}}),this.#a===null?(this.#c=null,n&&this.#x(A)):this.#u===0&&(this.#e.before(e),this.#c=null,Ln(this.#o,()=>{this.#o=null}),this.#x(A))}}))}#b(){try{if(this.is_pending=this.has_pending_snippet(),this.#u=0,this.#l=0,this.#a=z(()=>{this.#r(this.#e)}),this.#u>0){var e=this.#c=document.createDocumentFragment();Vn(this.#a,e);let t=this.#n.pending;this.#o=z(()=>t(this.#e))}else this.#x(A)}catch(e){this.error(e)}}#x(e){this.is_pending=!1,e.transfer_reactions(this.#f)}defer_effect(e){at(e,this.#f)}is_rendered(){return!this.is_pending&&(!this.parent||this.parent.is_rendered())}has_pending_snippet(){return!!this.#n.pending}#S(e){var t=H,n=V,r=D;qn(this.#i),Kn(this.#i),Je(this.#i.ctx);try{return Pt.ensure(),e()}finally{qn(t),Kn(n),Je(r)}}#C(e,t){this.has_pending_snippet()?(this.#u+=e,this.#u===0&&(this.#x(t),this.#o&&Ln(this.#o,()=>{this.#o=null}),this.#c&&=(this.#e.before(this.#c),null))):this.parent&&this.parent.#C(e,t)}update_pending_count(e,t){this.#C(e,t),this.#l+=e,!this.#p||this.#d||(this.#d=!0,tt(()=>{this.#d=!1,this.#p&&Yt(this.#p,this.#l)}))}get_effect_pending(){return this.#m(),W(this.#p)}error(e){if(e===xe||!this.#n.onerror&&!this.#n.failed)throw e;A?.is_fork?(this.#a&&A.skip_effect(this.#a),this.#o&&A.skip_effect(this.#o),this.#s&&A.skip_effect(this.#s),A.oncommit(()=>{this.#v()||this.#w(e)})):this.#w(e)}#w(e){this.#a&&=(B(this.#a),null),this.#o&&=(B(this.#o),null),this.#s&&=(B(this.#s),null),C&&(T(this.#t),ke(),T(Ae()));let t=this.#n.failed,n=e=>{if(this.#v())return;let{reset:n,invoke_onerror:r}=this.#_(e);r(),t&&!this.#v()&&(this.#s=this.#S(()=>{try{return z(()=>{var r=H;r.b=this,r.f|=128,t(this.#e,()=>e,()=>n)})}catch(e){return gn(e,this.#i.parent),null}}))};tt(()=>{if(!this.#v()){var t;try{t=this.transform_error(e)}catch(e){gn(e,this.#i&&this.#i.parent);return}typeof t==`object`&&t&&typeof t.then==`function`?t.then(n,e=>gn(e,this.#i&&this.#i.parent)):n(t)}})}};function q(e,t){var n=t==null?``:typeof t==`object`?`${t}`:t;n!==(e[_e]??=e.nodeValue)&&(e[_e]=n,e.nodeValue=`${n}`)}function Vr(e,t){return Ur(e,t)}var Hr=new Map;function Ur(e,{target:t,anchor:n,props:i={},events:a,context:o,intro:s=!0,transformError:c}){cn();var l=void 0,u=Tn(()=>{var s=n??t.appendChild(N());zr(s,{pending:()=>{}},t=>{Ye({});var n=D;if(o&&(n.c=o),a&&(i.$$events=a),C&&Mr(t,null),l=e(t,i)||Ze(),C&&(H.nodes.end=w,w===null||w.nodeType!==8||w.data!==`]`))throw we(),xe;Xe()},c);var u=new Set,d=e=>{for(var n=0;n<e.length;n++){var r=e[n];if(!u.has(r)){u.add(r);var i=vr(r);for(let e of[t,document]){var a=Hr.get(e);a===void 0&&(a=new Map,Hr.set(e,a));var o=a.get(r);o===void 0?(e.addEventListener(r,Or,{passive:i}),a.set(r,1)):a.set(r,o+1)}}}};return d(r(br)),xr.add(d),()=>{for(var e of u)for(let n of[t,document]){var r=Hr.get(n),i=r.get(e);--i==0?(n.removeEventListener(e,Or),r.delete(e),r.size===0&&Hr.delete(n)):r.set(e,i)}xr.delete(d),s!==n&&s.parentNode?.removeChild(s)}});return Wr.set(l,u),l}var Wr=new WeakMap,Gr=class{anchor;#e=new Map;#t=new Map;#n=new Map;#r=new Set;#i=!0;constructor(e,t=!0){this.anchor=e,this.#i=t}#a=e=>{if(this.#e.has(e)){var t=this.#e.get(e),n=this.#t.get(t);if(n)zn(n),this.#r.delete(t);else{var r=this.#n.get(t);r&&(zn(r.effect),this.#t.set(t,r.effect),this.#n.delete(t),r.fragment.lastChild.remove(),this.anchor.before(r.fragment),n=r.effect)}for(let[t,n]of this.#e){if(this.#e.delete(t),t===e)break;let r=this.#n.get(n);r&&(B(r.effect),this.#n.delete(n))}for(let[e,r]of this.#t){if(e===t||this.#r.has(e))continue;let i=()=>{if(Array.from(this.#e.values()).includes(e)){var t=document.createDocumentFragment();Vn(r,t),t.append(N()),this.#n.set(e,{effect:r,fragment:t})}else B(r);this.#r.delete(e),this.#t.delete(e)};this.#i||!n?(this.#r.add(e),Ln(r,i,!1)):i()}}};#o=e=>{this.#e.delete(e);let t=Array.from(this.#e.values());for(let[e,n]of this.#n)t.includes(e)||(B(n.effect),this.#n.delete(e))};ensure(e,t){var n=A,r=fn();if(t&&!this.#t.has(e)&&!this.#n.has(e)){if(r){var i=document.createDocumentFragment(),a=N();i.append(a),this.#n.set(e,{effect:z(()=>t(a)),fragment:i})}else this.#t.set(e,z(()=>t(this.anchor)))}if(this.#e.set(n,e),r){for(let[t,r]of this.#t)t===e?n.unskip_effect(r):n.skip_effect(r);for(let[t,r]of this.#n)t===e?n.unskip_effect(r.effect):n.skip_effect(r.effect);n.oncommit(this.#a),n.ondiscard(this.#o)}else C&&(this.anchor=w),this.#a(n)}};function Kr(e,t,n=!1){var r;C&&(r=w,Oe());var i=new Gr(e),a=n?ne:0;function o(e,t){if(C){var n=je(r);if(e!==parseInt(n.substring(1))){var a=Ae();T(a),i.anchor=a,De(!1),i.ensure(e,t),De(!0);return}}i.ensure(e,t)}An(()=>{var e=!1;t((t,n=0)=>{e=!0,o(n,t)}),e||o(-1,null)},a)}var qr=Symbol(`NaN`);function Jr(e,t,n){C&&Oe();var r=new Gr(e),i=!Qe();An(()=>{var e=t();e!==e&&(e=qr),i&&typeof e==`object`&&e&&(e={}),r.ensure(e,n)})}function Yr(e,t){return t}function Xr(e,t,n){for(var i=[],a=t.length,o,s=t.length,c=0;c<a;c++){let n=t[c];Ln(n,()=>{if(o){if(o.pending.delete(n),o.done.add(n),o.pending.size===0){var t=e.outrogroups;Zr(e,r(o.done)),t.delete(o),t.size===0&&(e.outrogroups=null)}}else--s},!1)}if(s===0){var l=i.length===0&&n!==null&&e.pending.size===0;if(l){var u=n,d=u.parentNode;dn(d),d.append(u),e.items.clear()}Zr(e,t,!l)}else o={pending:new Set(t),done:new Set},(e.outrogroups??=new Set).add(o)}function Zr(e,t,n=!0){var r;if(e.pending.size>0){r=new Set;for(let t of e.pending.values())for(let n of t)r.add(e.items.get(n).e)}for(var i=0;i<t.length;i++){var a=t[i];r?.has(a)?(a.f|=oe,Vn(a,document.createDocumentFragment())):B(t[i],n)}}var Qr;function $r(t,n,i,a,o,s=null){var c=t,l=new Map;if(n&4){var u=t;c=C?T(P(u)):u.appendChild(N())}C&&Oe();var d=null,f=vt(()=>{var t=i();return e(t)?t:t==null?[]:r(t)}),p=new Map,m=!0;function h(e){if(!(_.effect.f&16384)){_.pending.delete(e);var t=W(f);_.fallback=d,ti(_,t,c,n,a),d!==null&&(t.length===0?d.f&33554432?(d.f^=oe,ri(d,null,c)):zn(d):Ln(d,()=>{d=null}))}}function g(e){_.pending.delete(e)}var _={effect:An(()=>{var e=W(f),t=e.length;let r=!1;C&&je(c)===`[!`!=(t===0)&&(c=Ae(),T(c),De(!1),r=!0);for(var u=new Set,_=A,v=fn(),y=0;y<t;y+=1){C&&w.nodeType===8&&w.data===`]`&&(c=w,r=!0,De(!1));var ee=e[y],b=a(ee,y),x=m?null:l.get(b);x?(x.v&&Yt(x.v,ee),x.i&&Yt(x.i,y),v&&_.unskip_effect(x.e)):(x=ni(l,m?c:Qr??=N(),ee,b,y,o,n,i),m||(x.e.f|=oe),l.set(b,x)),u.add(b)}if(t===0&&s&&!d&&(m?d=z(()=>s(c)):(d=z(()=>s(Qr??=N())),d.f|=oe)),t>u.size&&Ie(``,``,``),C&&t>0&&T(Ae()),!m){if(p.set(_,u),v){for(let[e,t]of l)u.has(e)||_.skip_effect(t.e);_.oncommit(h),_.ondiscard(g)}else h(_)}r&&De(!0),W(f)}),flags:n,items:l,pending:p,outrogroups:null,fallback:d};m=!1,C&&(c=w)}function ei(e){for(;e!==null&&!(e.f&32);)e=e.next;return e}function ti(e,t,n,i,a){var o=!!(i&8),s=t.length,c=e.items,l=ei(e.effect.first),u,d=null,f,p=[],m=[],h,g,_,v;if(o)for(v=0;v<s;v+=1)h=t[v],g=a(h,v),_=c.get(g).e,_.f&33554432||(_.nodes?.a?.measure(),(f??=new Set).add(_));for(v=0;v<s;v+=1){if(h=t[v],g=a(h,v),_=c.get(g).e,e.outrogroups!==null)for(let t of e.outrogroups)t.pending.delete(_),t.done.delete(_);if(_.f&8192&&(zn(_),o&&(_.nodes?.a?.unfix(),(f??=new Set).delete(_))),_.f&33554432){if(_.f^=oe,_===l)ri(_,null,n);else{var y=d?d.next:l;_===e.effect.last&&(e.effect.last=_.prev),_.prev&&(_.prev.next=_.next),_.next&&(_.next.prev=_.prev),ii(e,d,_),ii(e,_,y),ri(_,y,n),d=_,p=[],m=[],l=ei(d.next);continue}}if(_!==l){if(u!==void 0&&u.has(_)){if(p.length<m.length){var ee=m[0],b;d=ee.prev;var x=p[0],te=p[p.length-1];for(b=0;b<p.length;b+=1)ri(p[b],ee,n);for(b=0;b<m.length;b+=1)u.delete(m[b]);ii(e,x.prev,te.next),ii(e,d,x),ii(e,te,ee),l=ee,d=te,--v,p=[],m=[]}else u.delete(_),ri(_,l,n),ii(e,_.prev,_.next),ii(e,_,d===null?e.effect.first:d.next),ii(e,d,_),d=_;continue}for(p=[],m=[];l!==null&&l!==_;)(u??=new Set).add(l),m.push(l),l=ei(l.next);if(l===null)continue}_.f&33554432||p.push(_),d=_,l=ei(_.next)}if(e.outrogroups!==null){for(let t of e.outrogroups)t.pending.size===0&&(Zr(e,r(t.done)),e.outrogroups?.delete(t));e.outrogroups.size===0&&(e.outrogroups=null)}if(l!==null||u!==void 0){var ne=[];if(u!==void 0)for(_ of u)_.f&8192||ne.push(_);for(;l!==null;)!(l.f&8192)&&l!==e.fallback&&ne.push(l),l=ei(l.next);var re=ne.length;if(re>0){var ie=i&4&&s===0?n:null;if(o){for(v=0;v<re;v+=1)ne[v].nodes?.a?.measure();for(v=0;v<re;v+=1)ne[v].nodes?.a?.fix()}Xr(e,ne,ie)}}o&&tt(()=>{if(f!==void 0)for(_ of f)_.nodes?.a?.apply()})}function ni(e,t,n,r,i,a,o,s){var c=o&1?o&16?Gt(n):Kt(n,!1,!1):null,l=o&2?Gt(i):null;return{v:c,i:l,e:z(()=>(a(t,c??n,l??i,s),()=>{e.delete(r)}))}}function ri(e,t,n){if(e.nodes)for(var r=e.nodes.start,i=e.nodes.end,a=t&&!(t.f&33554432)?t.nodes.start:n;r!==null;){var o=ln(r);if(a.before(r),r===i)return;r=o}}function ii(e,t,n){t===null?e.effect.first=n:t.next=n,n===null?e.effect.last=t:n.prev=t}function ai(e,t,...n){var r=new Gr(e);An(()=>{let e=t()??null;r.ensure(e,e&&(t=>e(t,...n)))},ne)}function oi(e,t,n){var r;C&&(r=w,Oe());var i=new Gr(e);An(()=>{var e=t()??null;if(C&&je(r)===`[`!=(e!==null)){var a=Ae();T(a),i.anchor=a,De(!1),i.ensure(e,e&&(t=>n(t,e))),De(!0)}else i.ensure(e,e&&(t=>n(t,e)))},ne)}function si(e,t){let n=null,r=C;var i;if(C){n=w;for(var a=P(document.head);a!==null&&(a.nodeType!==8||a.data!==e);)a=ln(a);if(a===null)De(!1);else{var o=ln(a);a.remove(),T(o)}}C||(i=document.head.appendChild(N()));try{An(()=>{var e=z(()=>t(i));e.f|=re,C||(e.nodes===null?e.nodes={start:i,end:i,a:null,t:null}:e.nodes.end=i)})}finally{r&&(De(!0),T(n))}}function ci(e,t){var n=void 0,r;jn(()=>{n!==(n=t())&&(r&&=(B(r),null),n&&(r=z(()=>{En(()=>n(e))})))})}function li(e){var t,n,r=``;if(typeof e==`string`||typeof e==`number`)r+=e;else if(typeof e==`object`){if(Array.isArray(e)){var i=e.length;for(t=0;t<i;t++)e[t]&&(n=li(e[t]))&&(r&&(r+=` `),r+=n)}else for(n in e)e[n]&&(r&&(r+=` `),r+=n)}return r}function ui(){for(var e,t,n=0,r=``,i=arguments.length;n<i;n++)(e=arguments[n])&&(t=li(e))&&(r&&(r+=` `),r+=t);return r}function di(e){return typeof e==`object`?ui(e):e??``}var fi=[...` 	
\r\f\xA0\v﻿`];function pi(e,t,n){var r=e==null?``:``+e;if(t&&(r=r?r+` `+t:t),n){for(var i of Object.keys(n))if(n[i])r=r?r+` `+i:i;else if(r.length)for(var a=i.length,o=0;(o=r.indexOf(i,o))>=0;){var s=o+a;(o===0||fi.includes(r[o-1]))&&(s===r.length||fi.includes(r[s]))?r=(o===0?``:r.substring(0,o))+r.substring(s+1):o=s}}return r===``?null:r}function mi(e,t=!1){var n=t?` !important;`:`;`,r=``;for(var i of Object.keys(e)){var a=e[i];a!=null&&a!==``&&(r+=` `+i+`: `+a+n)}return r}function hi(e){return e[0]!==`-`||e[1]!==`-`?e.toLowerCase():e}function gi(e,t){if(t){var n=``,r,i;if(Array.isArray(t)?(r=t[0],i=t[1]):r=t,e){e=String(e).replaceAll(/\/\*.*?\*\//g,``).trim();var a=!1,o=0,s=!1,c=[];r&&c.push(...Object.keys(r).map(hi)),i&&c.push(...Object.keys(i).map(hi));var l=0,u=-1;let t=e.length;for(var d=0;d<t;d++){var f=e[d];if(s?f===`/`&&e[d-1]===`*`&&(s=!1):a?a===f&&(a=!1):f===`/`&&e[d+1]===`*`?s=!0:f===`"`||f===`'`?a=f:f===`(`?o++:f===`)`&&o--,!s&&a===!1&&o===0){if(f===`:`&&u===-1)u=d;else if(f===`;`||d===t-1){if(u!==-1){var p=hi(e.substring(l,u).trim());if(!c.includes(p)){f!==`;`&&d++;var m=e.substring(l,d).trim();n+=` `+m+`;`}}l=d+1,u=-1}}}}return r&&(n+=mi(r)),i&&(n+=mi(i,!0)),n=n.trim(),n===``?null:n}return e==null?null:String(e)}function _i(e,t,n,r,i,a){var o=e[he];if(C||o!==n||o===void 0){var s=pi(n,r,a);C&&s===e.getAttribute(`class`)||(s==null?e.removeAttribute(`class`):t?e.className=s:e.setAttribute(`class`,s)),e[he]=n}else if(a&&i!==a)for(var c in a){var l=!!a[c];(i==null||l!==!!i[c])&&e.classList.toggle(c,l)}return a}function vi(e,t={},n,r){for(var i in n){var a=n[i];t[i]!==a&&(n[i]==null?e.style.removeProperty(i):e.style.setProperty(i,a,r))}}function yi(e,t,n,r){var i=e[ge];if(C||i!==t){var a=gi(t,r);C&&a===e.getAttribute(`style`)||(a==null?e.removeAttribute(`style`):e.style.cssText=a),e[ge]=t}else r&&(Array.isArray(r)?(vi(e,n?.[0],r[0]),vi(e,n?.[1],r[1],`important`)):vi(e,n,r));return r}function bi(e,t){t?e.hasAttribute(`selected`)||e.setAttribute(`selected`,``):e.removeAttribute(`selected`)}function xi(t,n){var r=t.__defaultValue,i=t.multiple,a=i?r??[]:null;if(!i||e(a)){var o=t.selectedIndex,s=n&&i?new Set(t.selectedOptions):null;for(var c of t.options){var l=Ti(c);bi(c,i?a.includes(l):tn(l,r))}if(n){if(s!==null)for(c of t.options){var u=s.has(c);c.selected!==u&&(c.selected=u)}else t.selectedIndex!==o&&(t.selectedIndex=o)}}}function Si(t,n,r=!1){if(t.multiple){if(n==null)return;if(!e(n))return Te();for(var i of t.options)i.selected=n.includes(Ti(i))}else{for(i of t.options)if(tn(Ti(i),n)){i.selected=!0;return}r&&n===void 0||(t.selectedIndex=-1)}}function Ci(e){var t=new MutationObserver(t=>{t.every(Ei)||(`__defaultValue`in e&&xi(e,!1),`__value`in e&&Si(e,e.__value))});t.observe(e,{childList:!0,subtree:!0,attributes:!0,attributeFilter:[`value`]}),xn(()=>{t.disconnect()})}function wi(e,t,n=t){var r=new WeakSet,i=!0;ut(e,`change`,t=>{var i=t?`[selected]`:`:checked`,a;if(e.multiple)a=[].map.call(e.querySelectorAll(i),Ti);else{var o=e.querySelector(i)??e.querySelector(`option:not([disabled])`);a=o&&Ti(o)}n(a),e.__value=a,A!==null&&r.add(A)}),En(()=>{var a=t();if(e===document.activeElement){var o=A;if(r.has(o))return}if(Si(e,a,i),i&&a===void 0){var s=e.querySelector(`:checked`);s!==null&&(a=Ti(s),n(a))}e.__value=a,i=!1})}function Ti(e){return`__value`in e?e.__value:e.value}function Ei(e){if(e.target.closest(`selectedcontent`)!==null)return!0;if(e.type===`childList`){var t=[...e.addedNodes,...e.removedNodes];return t.length>0&&t.every(e=>e.nodeName===`SELECTEDCONTENT`)}return!1}var Di=Symbol(`is custom element`),Oi=Symbol(`is html`),ki=be?`link`:`LINK`,Ai=be?`progress`:`PROGRESS`;function ji(e){if(C){var t=!1,n=()=>{if(!t){if(t=!0,e.hasAttribute(`value`)){var n=e.value;J(e,`value`,null),e.value=n}if(e.hasAttribute(`checked`)){var r=e.checked;J(e,`checked`,null),e.checked=r}}};e[ve]=n,tt(n),ct()}}function Mi(e,t){var n=Pi(e);n.value!==(n.value=t??void 0)&&(e.value!==t||t===0&&e.nodeName===Ai)&&(e.value=t??``)}function Ni(e,t){var n=Pi(e);n.checked!==(n.checked=t??void 0)&&(e.checked=t)}function J(e,t,n,r){var i=Pi(e);if(!(C&&(i[t]=e.getAttribute(t),t===`src`||t===`srcset`||t===`href`&&e.nodeName===ki))){var a=i[t];a!==(i[t]=n)&&(t===`loading`&&(e[pe]=n),n==null?e.removeAttribute(t):typeof n!=`string`&&Ii(e).has(t)?e[t]=n:(!C||typeof n!=`number`&&typeof n!=`boolean`||a!==String(n))&&e.setAttribute(t,n))}}function Pi(e){return e[me]??={[Di]:e.nodeName.includes(`-`),[Oi]:e.namespaceURI===Se}}var Fi=new Map;function Ii(e){var t=e.getAttribute(`is`)||e.nodeName,n=Fi.get(t);if(n)return n;Fi.set(t,n=new Set);for(var r,i=e,a=Element.prototype;a!==i;){for(var s in r=o(i),r)r[s].set&&s!==`innerHTML`&&s!==`textContent`&&s!==`innerText`&&n.add(s);i=l(i)}return n}function Li(e,t,n=t){var r=new WeakSet;ut(e,`input`,async i=>{var a=i?e.defaultValue:e.value;if(a=Hi(e)?Ui(a):a,n(a),A!==null&&r.add(A),await dr(),a!==(a=t())){var o=e.selectionStart,s=e.selectionEnd,c=e.value.length;if(e.value=a??``,s!==null){var l=e.value.length;o===s&&s===c&&l>c?(e.selectionStart=l,e.selectionEnd=l):(e.selectionStart=o,e.selectionEnd=Math.min(s,l))}}}),(C&&e.defaultValue!==e.value||mr(t)==null&&e.value)&&(n(Hi(e)?Ui(e.value):e.value),A!==null&&r.add(A)),On(()=>{var n=t();if(e===document.activeElement){var i=A;if(r.has(i))return}Hi(e)&&n===Ui(e.value)||(e.type!==`date`||n||e.value)&&n!==e.value&&(e.value=n??``)})}var Ri=new Set;function zi(e,t,n,r,i=r){var a=n.getAttribute(`type`)===`checkbox`,o=e;let s=!1;if(t!==null)for(var c of t)o=o[c]??=[];o.push(n),ut(n,`change`,()=>{var e=n.__value;a&&(e=Vi(o,e,n.checked)),i(e)},()=>i(a?[]:null)),On(()=>{var e=r();C&&n.defaultChecked!==n.checked?s=!0:a?(e||=[],n.checked=e.includes(n.__value)):n.checked=tn(n.__value,e)}),xn(()=>{var e=o.indexOf(n);e!==-1&&o.splice(e,1)}),Ri.has(o)||(Ri.add(o),tt(()=>{o.sort((e,t)=>e.compareDocumentPosition(t)===4?-1:1),Ri.delete(o)})),tt(()=>{if(s){var e=a?Vi(o,e,n.checked):o.find(e=>e.checked)?.__value;i(e)}})}function Bi(e,t,n=t){ut(e,`change`,t=>{n(t?e.defaultChecked:e.checked)}),(C&&e.defaultChecked!==e.checked||mr(t)==null)&&n(e.checked),On(()=>{e.checked=!!t()})}function Vi(e,t,n){for(var r=new Set,i=0;i<e.length;i+=1)e[i].checked&&r.add(e[i].__value);return n||r.delete(t),Array.from(r)}function Hi(e){var t=e.type;return t===`number`||t===`range`}function Ui(e){return e===``?null:+e}function Wi(e,t,n=t){ut(e,`change`,()=>{n(e.files)}),C&&e.files&&n(e.files),On(()=>{e.files=t()})}var Gi=new class e{#e=new WeakMap;#t;#n;static entries=new WeakMap;constructor(e){this.#n=e}observe(e,t){var n=this.#e.get(e)||new Set;return n.add(t),this.#e.set(e,n),this.#r().observe(e,this.#n),()=>{var n=this.#e.get(e);n.delete(t),n.size===0&&(this.#e.delete(e),this.#t.unobserve(e))}}#r(){return this.#t??=new ResizeObserver(t=>{for(var n of t){e.entries.set(n.target,n);for(var r of this.#e.get(n.target)||[])r(n)}})}}({box:`border-box`});function Ki(e,t,n){var r=Gi.observe(e,()=>n(e[t]));En(()=>(mr(()=>n(e[t])),r))}function qi(e,t){return e===t||e?.[ue]===t}function Ji(e=Ze(),t,n,r){var i=D.r,a=H;return En(()=>{var o,s;return On(()=>{o=s,s=r?.()||[],mr(()=>{qi(n(...s),e)||(t(e,...s),o&&qi(n(...o),e)&&t(null,...o))})}),()=>{let r=a;for(;r!==i&&r.parent!==null&&r.parent.f&33554432;)r=r.parent;let o=()=>{s&&qi(n(...s),e)&&t(null,...s)},c=r.teardown;r.teardown=()=>{o(),c?.()}}}),e}function Yi(e=!1){let t=D,n=t.l.u;if(!n)return;let r=()=>hr(t.s);if(e){let e=0,n={},i=ht(()=>{let r=!1,i=t.s;for(let e in i)i[e]!==n[e]&&(n[e]=i[e],r=!0);return r&&e++,e});r=()=>W(i)}n.b.length&&wn(()=>{Xi(t,r),p(n.b)}),Sn(()=>{let e=mr(()=>n.m.map(f));return()=>{for(let t of e)typeof t==`function`&&t()}}),n.a.length&&Sn(()=>{Xi(t,r),p(n.a)})}function Xi(e,t){if(e.l.s)for(let t of e.l.s)W(t);t()}function Zi(e){var t=Gt(0);return function(){return arguments.length===1?(M(t,W(t)+1),arguments[0]):(W(t),e())}}var Qi=!1;function $i(e){var t=Qi;try{return Qi=!1,[e(),Qi]}finally{Qi=t}}function ea(e,t,n,r){var i=!Ke||!!(n&2),o=!!(n&8),s=!!(n&16),c=r,l=!0,u=void 0,d=()=>s&&i?(u??=ht(r),W(u)):(l&&(l=!1,c=s?mr(r):r),c);let f;if(o){var p=ue in e||fe in e;f=a(e,t)?.set??(p&&t in e?n=>e[t]=n:void 0)}var m,h=!1;o?[m,h]=$i(()=>e[t]):m=e[t],m===void 0&&r!==void 0&&(m=d(),f&&(i&&Ve(t),f(m)));var g=i?()=>{var n=e[t];return n===void 0?d():(l=!0,n)}:()=>{var n=e[t];return n!==void 0&&(c=void 0),n===void 0?c:n};if(i&&!(n&4))return g;if(f){var _=e.$$legacy;return(function(e,t){return arguments.length>0?((!i||!t||_||h)&&f(t?g():e),e):g()})}var v=!1,y=(n&1?ht:vt)(()=>(v=!1,g()));o&&W(y);var ee=H;return(function(e,t){if(arguments.length>0){let n=t?W(y):i&&o?$t(e):e;return M(y,n),v=!0,c!==void 0&&(c=n),e}return Un&&v||ee.f&16384?y.v:W(y)})}typeof window<`u`&&((window.__svelte??={}).v??=new Set).add(`5`);var ta=[`sv`,`nb`,`en`],na=()=>{let e=[localStorage.getItem(`language`)??``,...navigator.languages].map(e=>e.toLowerCase().split(`-`)[0]).map(e=>e===`no`||e===`nn`?`nb`:e);return ta.find(t=>t===e.find(e=>ta.includes(e)))??`en`},Y=new class{#e=j($t(location.pathname));get path(){return W(this.#e)}set path(e){M(this.#e,e,!0)}#t=j($t(new URLSearchParams(location.search)));get query(){return W(this.#t)}set query(e){M(this.#t,e,!0)}#n=j(0);get steps(){return W(this.#n)}set steps(e){M(this.#n,e,!0)}#r=k(()=>ta.find(e=>e===this.query.get(`lang`))??na());get language(){return W(this.#r)}set language(e){M(this.#r,e)}#i=k(()=>/^\d{4}-\d{2}-\d{2}$/.exec(this.query.get(`day`)??``)?.[0]);get day(){return W(this.#i)}set day(e){M(this.#i,e)}constructor(){window.addEventListener(`popstate`,()=>this.#a()),window.addEventListener(`click`,e=>this.#o(e))}#a(){this.path=location.pathname,this.query=new URLSearchParams(location.search),this.steps++}#o(e){let t=e.target.closest?.(`a`);!t||e.defaultPrevented||e.button!==0||e.metaKey||e.ctrlKey||e.shiftKey||e.altKey||t.origin!==location.origin||t.target||t.hasAttribute(`download`)||/^\/(graphiql|sign-in)/.test(t.pathname)||t.hash&&t.pathname===location.pathname||(e.preventDefault(),this.go(t.pathname+t.search))}go(e){history.pushState(null,``,e),this.#a(),scrollTo(0,0)}address(e,t={}){let n=new URLSearchParams;for(let e of[`lang`,`day`])this.query.has(e)&&n.set(e,this.query.get(e));for(let[e,r]of Object.entries(t))r?n.set(e,r):n.delete(e);return e+(n.size?`?`+n:``)}here(){return this.path+(this.query.size?`?`+this.query:``)}show(e){let t=new URLSearchParams(this.query);for(let[n,r]of Object.entries(e))r?t.set(n,r):t.delete(n);history.replaceState(null,``,this.path+(t.size?`?`+t:``)),this.query=t,e.lang&&localStorage.setItem(`language`,e.lang)}},ra=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),ia=function(e){return`/`+e},aa={},oa=function(e){return e.pathname.endsWith(`.css`)},sa=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},X=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=ia(t,n);let r=s(t),i=oa(r);return sa(aa,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ra,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},ca=[{path:/^\/$/,load:()=>X(()=>import(`./Today-LUiwlzNV.js`),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9]))},{path:/^\/search$/,load:()=>X(()=>import(`./Search-BsrKVfnD.js`),__vite__mapDeps([10,5,2,3]))},{path:/^\/organisations\/([^/]+)$/,load:()=>X(()=>import(`./Organisation-Cg2TpBj_.js`),__vite__mapDeps([11,12,2,3,1,5,6,13]))},{path:/^\/networks$/,load:()=>X(()=>import(`./Networks-u8rpD5WT.js`),__vite__mapDeps([14,5,2,3]))},{path:/^\/networks\/([^/]+)$/,load:()=>X(()=>import(`./Network-DfTz26Tx.js`),__vite__mapDeps([15,5,3,2,13]))},{path:/^\/needs$/,load:()=>X(()=>import(`./Needs-DyHZLS2n.js`),__vite__mapDeps([16,17,2,3,9,4,5]))},{path:/^\/record$/,load:()=>X(()=>import(`./Record-wMJboTyk.js`),__vite__mapDeps([18,19,9,5,17,20,3]))},{path:/^\/import$/,load:()=>X(()=>import(`./Import-BOJxzSta.js`),__vite__mapDeps([21,5,17,2,3]))},{path:/^\/partnerships$/,load:()=>X(()=>import(`./Partnerships-Dx5LemKJ.js`),__vite__mapDeps([22,9,5,17,8,2,3,13]))},{path:/^\/decisions\/new$/,load:()=>X(()=>import(`./NewDecision-DjLtcQjj.js`),__vite__mapDeps([23,19,9,5,17,20,3]))},{path:/^\/money$/,load:()=>X(()=>import(`./Money-CGnIvZpD.js`),__vite__mapDeps([24,12,2,3,5,6]))},{path:/^\/todo$/,load:()=>X(()=>import(`./ToDo-40MRYh-I.js`),__vite__mapDeps([25,9,17,2,3,13,5,7,8,6]))},{path:/^\/reports$/,load:()=>X(()=>import(`./Reports-68Sp5jIH.js`),__vite__mapDeps([26,5]))},{path:/^\/picture$/,load:()=>X(()=>import(`./Picture-DHC8dS-O.js`),__vite__mapDeps([27,5,2,3]))},{path:/^\/map$/,load:()=>X(()=>import(`./Map-BgZBZclK.js`),__vite__mapDeps([28,5,3]))},{path:/^\/me$/,load:()=>X(()=>import(`./Me-ftPnE5Bq.js`),__vite__mapDeps([29,5,2,3]))},{path:/^\/people$/,load:()=>X(()=>import(`./People-D85HV-YA.js`),__vite__mapDeps([30,20,3,2,9,5,17]))},{path:/^\/changes$/,load:()=>X(()=>import(`./Changes-CX9--56-.js`),__vite__mapDeps([31,5,2,3]))}],la=()=>X(()=>import(`./Missing-CTxpYdvt.js`),__vite__mapDeps([32,5]));function ua(e){for(let t of ca){let n=t.path.exec(e);if(n)return{load:t.load,id:decodeURIComponent(n[1]??``)}}return{load:la,id:``}}var da=[{path:`/`,name:`room.today`},{path:`/needs`,name:`room.needs`},{path:`/record`,name:`room.record`},{path:`/import`,name:`room.import`},{path:`/networks`,name:`room.networks`},{path:`/picture`,name:`room.picture`},{path:`/map`,name:`room.map`},{path:`/partnerships`,name:`room.partnerships`},{path:`/money`,name:`room.money`},{path:`/todo`,name:`room.todo`},{path:`/reports`,name:`room.reports`},{path:`/changes`,name:`room.changes`}],Z=new class{#e=j($t(sessionStorage.getItem(`eyes`)??``));#t=j(!1);get over(){return W(this.#t)}set over(e){M(this.#t,e,!0)}get eyes(){return W(this.#e)}set eyes(e){M(this.#e,e,!0),sessionStorage.setItem(`eyes`,e)}headers(){return W(this.#e)?{"X-Partnernet-Viewer":W(this.#e)}:{}}},fa=class extends Error{code;field;constructor(e,t,n=``){super(e),this.code=t,this.field=n}};async function pa(e,t,n=Z.headers()){let r=e.toString();try{return await ha(r,t,n)}catch(e){if(e instanceof fa&&e.code!==`UNAVAILABLE`&&e.code!==`UNAUTHENTICATED`||!r.trimStart().startsWith(`query`))throw e;return ha(r,t,n)}}function ma(e,{file:t,...n}){let r=new FormData;return r.append(`operations`,JSON.stringify({query:e.toString(),variables:{...n,file:null}})),r.append(`map`,`{"0": ["variables.file"]}`),r.append(`0`,t),ga(r,{...Z.headers(),"GraphQL-Preflight":`1`})}var ha=(e,t,n)=>ga(JSON.stringify({query:e,variables:t}),{...n,"Content-Type":`application/json`});async function ga(e,t){let n=await(await fetch(`/graphql`,{method:`POST`,headers:{...t,"Accept-Language":Y.language},body:e})).json(),r=n.errors?.[0];if(r?.extensions?.code===`UNAUTHENTICATED`&&(Z.over=!0),r)throw new fa(r.message,r.extensions?.code??``,r.extensions?.field);return n.data}var Q=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new Q(`
    fragment changed on Record {
  id
  version
  displayName
  history(first: 20, orderBy: {field: POSITION, direction: DESC}) {
    nodes {
      id
      at
      actor
      action
      fields {
        name
        before
        after
      }
    }
  }
}
    `,{fragmentName:`changed`}),new Q(`
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
    `,{fragmentName:`side`}),new Q(`
    fragment spoken on PartnershipParty {
  confirmation
  confirmedAt
  onBehalf
  saidBy
  party {
    __typename
    id
    displayName
    ... on Organisation {
      country
      memberships(first: 10) {
        nodes {
          network {
            id
          }
        }
      }
    }
    ... on Network {
      country
    }
  }
}
    `,{fragmentName:`spoken`});var _a=new Q(`
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
    query Changed($id: ID!, $other: ID!) {
  node(id: $id) {
    ...changed
  }
  other: node(id: $other) {
    ...changed
  }
}
    fragment changed on Record {
  id
  version
  displayName
  history(first: 20, orderBy: {field: POSITION, direction: DESC}) {
    nodes {
      id
      at
      actor
      action
      fields {
        name
        before
        after
      }
    }
  }
}`),ba=new Q(`
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
    `),xa=new Q(`
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
    `),Sa=new Q(`
    query DecisionSheet($day: Date) {
  applications(filter: {state: [APPLIED]}, first: 100, asOf: $day) {
    nodes {
      id
      displayName
      caseNumber
      amountAppliedFor {
        amount
        currency
      }
      applicant {
        id
        legalName
      }
      project {
        id
        acronym
      }
      appliedTo {
        __typename
        id
        displayName
      }
    }
  }
  projects(first: 100, asOf: $day) {
    nodes {
      id
      displayName
    }
  }
  programmes(first: 100, asOf: $day) {
    nodes {
      id
      displayName
    }
  }
  mayApply: may(command: "recordApplication") {
    allowed
    roles
  }
  mayDecide: may(command: "recordDecision") {
    allowed
    roles
  }
}
    `),Ca=new Q(`
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
    `),wa=new Q(`
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
    `),Ta=new Q(`
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
    `),Ea=new Q(`
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
  may(command: "judgeIdentity") {
    allowed
    roles
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
}`),Da=new Q(`
    mutation EndGrant($id: ID!, $version: Int, $source: SourceInput!, $dryRun: Boolean!) {
  endGrant(
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
    `),Oa=new Q(`
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
    `),ka=new Q(`
    mutation Grant($input: GrantInput!) {
  grant(input: $input) {
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
        before
        after
      }
      source {
        id
      }
    }
  }
}
    `),Aa=new Q(`
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
}`),ja=new Q(`
    query Interview {
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
  mayRecord: may(command: "recordNeed") {
    allowed
    roles
  }
  mayRegister: may(command: "registerOrganisation") {
    allowed
    roles
  }
}
    `),Ma=new Q(`
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
    `),Na=new Q(`
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
  may(command: "revertCommand") {
    allowed
    roles
  }
}
    `),Pa=new Q(`
    query MemberLists($day: Date) {
  networks(first: 100, asOf: $day) {
    totalCount
    nodes {
      id
      acronym
    }
  }
  may(command: "importMembers") {
    allowed
    roles
  }
}
    `),Fa=new Q(`
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
    `),Ia=new Q(`
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
    `),La=new Q(`
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
    `),Ra=new Q(`
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
    `),za=new Q(`
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
}`),Ba=new Q(`
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
    `),Va=new Q(`
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
        ...spoken
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
  viewer {
    account
    roles {
      role
      everywhere
      over {
        id
      }
    }
  }
  may(command: "confirmPartnership") {
    allowed
    roles
  }
}
    fragment spoken on PartnershipParty {
  confirmation
  confirmedAt
  onBehalf
  saidBy
  party {
    __typename
    id
    displayName
    ... on Organisation {
      country
      memberships(first: 10) {
        nodes {
          network {
            id
          }
        }
      }
    }
    ... on Network {
      country
    }
  }
}`),Ha=new Q(`
    query People($after: String, $day: Date) {
  accounts(first: 50, after: $after, asOf: $day) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      version
      displayName
      kind
      state
      identities {
        issuer
      }
      grants {
        id
        version
        role
        validFrom
        validTo
        over {
          __typename
          id
          displayName
        }
      }
    }
  }
  networks(first: 100, asOf: $day) {
    nodes {
      id
      acronym
    }
  }
  mayGrant: may(command: "grant") {
    allowed
    roles
  }
  maySuspend: may(command: "updateAccount") {
    allowed
    roles
  }
}
    `),Ua=new Q(`
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
    `),Wa=new Q(`
    mutation RecordApplication($input: RecordApplicationInput!) {
  recordApplication(input: $input) {
    application {
      id
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
    `),Ga=new Q(`
    mutation RecordDecision($input: RecordDecisionInput!) {
  recordDecision(input: $input) {
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
    `),Ka=new Q(`
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
    `),qa=new Q(`
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
    `),Ja=new Q(`
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
    `),Ya=new Q(`
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
    `),Xa=new Q(`
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
    `),Za=new Q(`
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
    `),Qa=new Q(`
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
  maySuggest: may(command: "suggestIntroduction") {
    allowed
    roles
  }
  mayAnswer: may(command: "acceptIntroduction") {
    allowed
    roles
  }
}
    `),$a=new Q(`
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
  partnerships(
    filter: {parties: {confirmation: [NOT_ASKED, ASKED]}}
    first: 25
    asOf: $day
  ) {
    totalCount
    nodes {
      id
      version
      displayName
      parties {
        confirmation
        confirmedAt
        onBehalf
        saidBy
        party {
          __typename
          id
          displayName
          ... on Organisation {
            country
            memberships(first: 10) {
              nodes {
                network {
                  id
                }
              }
            }
          }
          ... on Network {
            country
          }
        }
      }
    }
  }
  viewer {
    account
    roles {
      role
      everywhere
      over {
        id
      }
    }
  }
  mayConfirm: may(command: "confirmPartnership") {
    allowed
    roles
  }
}
    `),eo=new Q(`
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
    first: 25
    asOf: $day
  ) {
    totalCount
    nodes {
      id
      version
      displayName
      parties {
        confirmation
        confirmedAt
        onBehalf
        saidBy
        party {
          __typename
          id
          displayName
          ... on Organisation {
            country
            memberships(first: 10) {
              nodes {
                network {
                  id
                }
              }
            }
          }
          ... on Network {
            country
          }
        }
      }
    }
  }
  viewer {
    account
    roles {
      role
      everywhere
      over {
        id
      }
    }
  }
  mayConfirm: may(command: "confirmPartnership") {
    allowed
    roles
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
    `),to=new Q(`
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
    `),no=new Q(`
    mutation UpdateAccount($id: ID!, $version: Int, $state: AccountState!, $source: SourceInput!, $dryRun: Boolean!) {
  updateAccount(
    input: {id: $id, expectedVersion: $version, state: $state, source: $source, dryRun: $dryRun}
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
    `),ro=new Q(`
    query Viewer {
  viewer {
    account
    name
    roles {
      role
      everywhere
      over {
        __typename
        id
        displayName
        ... on Network {
          acronym
        }
      }
    }
  }
}
    `),io=new Q(`
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
    `),ao=new class{#e=j();#t=k(()=>W(this.#e)?.account??``);get account(){return W(this.#t)}set account(e){M(this.#t,e)}#n=k(()=>W(this.#e)?.name??``);get name(){return W(this.#n)}set name(e){M(this.#n,e)}#r=k(()=>W(this.#e)?.roles??[]);get roles(){return W(this.#r)}set roles(e){M(this.#r,e)}#i=k(()=>W(this.#e)!==void 0);get known(){return W(this.#i)}set known(e){M(this.#i,e)}#a=k(()=>this.roles.some(({role:e,everywhere:t})=>e===`COORDINATOR`&&t));get keepsAll(){return W(this.#a)}set keepsAll(e){M(this.#a,e)}#o=k(()=>this.has(`ADMINISTRATOR`)||this.has(`COORDINATOR`));get keepsPeople(){return W(this.#o)}set keepsPeople(e){M(this.#o,e)}async load(){M(this.#e,(await pa(ro,{},{})).viewer??void 0),this.keepsAll||(Z.eyes=``)}has(e){return this.roles.some(t=>t.role===e)}},oo=e=>!Z.eyes&&e?.allowed===!0,so=()=>`/sign-in?`+new URLSearchParams({to:Y.here(),lang:Y.language});async function co(){let{next:e=`/`}=await(await fetch(`/sign-out`,{method:`POST`,headers:{Accept:`application/json`}})).json();Z.eyes=``,location.assign(e)}var lo={"search.label":[`Sök`,`Søk`,`Search`],"search.hint":[`Organisation, nätverk, projekt, behov eller nummer`,`Organisasjon, nettverk, prosjekt, behov eller nummer`,`Organisation, network, project, need or number`],"search.none":[`Inget hittades. Pröva en del av namnet.`,`Ingenting ble funnet. Prøv en del av navnet.`,`Nothing was found. Try a part of the name.`],"search.hits.one":[`{n} träff`,`{n} treff`,`{n} hit`],"search.hits.other":[`{n} träffar`,`{n} treff`,`{n} hits`],"search.forgiven":[`liknande stavning`,`lignende stavemåte`,`similar spelling`],"bar.rooms":[`Rum`,`Rom`,`Rooms`],"bar.language":[`Språk`,`Språk`,`Language`],"bar.day":[`Visa per den`,`Vis per`,`Show as of`],"bar.skip":[`Till innehållet`,`Til innholdet`,`To the content`],"bar.graphiql":[`Fråga fritt (GraphiQL)`,`Spør fritt (GraphiQL)`,`Ask freely (GraphiQL)`],"room.today":[`I dag`,`I dag`,`Today`],"room.networks":[`Nätverk`,`Nettverk`,`Networks`],"answer.waiting":[`Hämtar …`,`Henter …`,`Fetching …`],"answer.failed":[`Det gick inte att hämta.`,`Det kunne ikke hentes.`,`It could not be fetched.`],"answer.again":[`Försök igen`,`Prøv igjen`,`Try again`],"answer.unreachable":[`Servern svarar inte.`,`Serveren svarer ikke.`,`The server does not answer.`],"missing.title":[`Sidan finns inte`,`Siden finnes ikke`,`There is no such page`],"missing.text":[`Adressen leder ingenstans. Sök efter det du letar efter, eller börja om från I dag.`,`Adressen fører ingen steder. Søk etter det du leter etter, eller begynn på nytt fra I dag.`,`The address leads nowhere. Search for what you look for, or start again from Today.`],"missing.record":[`Det finns ingen sådan post, eller så får du inte se den.`,`Det finnes ingen slik post, eller du har ikke lov til å se den.`,`There is no such record, or you may not see it.`],"side.NO":[`Norge`,`Norge`,`Norway`],"side.SE":[`Sverige`,`Sverige`,`Sweden`],"side.unknown":[`land okänt`,`land ukjent`,`country unknown`],unknown:[`inte känt`,`ikke kjent`,`not known`],none:[`Inget är registrerat`,`Ingenting er registrert`,`Nothing is recorded`],more:[`och {n} till`,`og {n} til`,`and {n} more`],print:[`Skriv ut`,`Skriv ut`,`Print`],sources:[`Källor`,`Kilder`,`Sources`],history:[`Historik`,`Historikk`,`History`],"today.due":[`Förfaller inom 90 dagar`,`Forfaller innen 90 dager`,`Due in 90 days`],"today.dueNone":[`Inget förfaller inom 90 dagar`,`Ingenting forfaller innen 90 dager`,`Nothing is due in 90 days`],"today.overdue":[`försenad`,`forsinket`,`overdue`],"today.waiting":[`Väntar på bekräftelse`,`Venter på bekreftelse`,`Waiting for confirmation`],"today.waitingNone":[`Ingen väntar på svar`,`Ingen venter på svar`,`Nobody waits for an answer`],"today.matches":[`Kan mötas`,`Kan møtes`,`Could meet`],"today.matchesNone":[`Inget öppet behov har ett erbjudande som passar`,`Ingen åpne behov har et tilbud som passer`,`No open need has an offer that suits it`],"today.todo":[`Att göra i registret`,`Å gjøre i registeret`,`To do in the register`],"today.complete":[`{share} av uppgifterna är kända`,`{share} av opplysningene er kjent`,`{share} of the facts are known`],"today.changed":[`Senast ändrat`,`Sist endret`,`Changed last`],"today.funnel":[`Från behov till partnerskap`,`Fra behov til partnerskap`,`From need to partnership`],"today.empty":[`Registret är tomt. Läs in en partnerlista eller registrera en organisation, så börjar nätverket synas här.`,`Registeret er tomt. Les inn en partnerliste eller registrer en organisasjon, så begynner nettverket å vises her.`,`The register is empty. Import a list of partners or enter an organisation, and the network begins to show here.`],"funnel.needs":[`behov`,`behov`,`needs`],"funnel.suggested":[`föreslagna`,`foreslått`,`suggested`],"funnel.introduced":[`presenterade`,`introdusert`,`introduced`],"funnel.partnerships":[`partnerskap`,`partnerskap`,`partnerships`],"funnel.met":[`mötta`,`møtt`,`met`],"network.members.one":[`{n} medlem`,`{n} medlem`,`{n} member`],"network.members.other":[`{n} medlemmar`,`{n} medlemmer`,`{n} members`],"network.counterpart":[`Motpart: {acronym}`,`Motpart: {acronym}`,`Counterpart: {acronym}`],"network.noCounterpart":[`Ingen motpart på andra sidan är känd`,`Ingen motpart på den andre siden er kjent`,`No counterpart on the other side is known`],"network.noMembers":[`Inga medlemmar är kända`,`Ingen medlemmer er kjent`,`No members are known`],"network.missing":[`Vem saknas`,`Hvem mangler`,`Who is missing`],"network.missingHint":[`Det som den ena sidan har och den andra saknar`,`Det den ene siden har og den andre mangler`,`What one side has and the other lacks`],"network.missingIn":[`Saknas i {acronym}`,`Mangler i {acronym}`,`Missing in {acronym}`],"network.missingNone":[`Inget`,`Ingenting`,`Nothing`],"network.host":[`Värd`,`Vert`,`Host`],"network.planned":[`Planerat från {day}`,`Planlagt fra {day}`,`Planned from {day}`],"network.established":[`Bildat {day}`,`Etablert {day}`,`Established {day}`],"dossier.formerly":[`Tidigare {names}`,`Tidligere {names}`,`Formerly {names}`],"dossier.also":[`Även {names}`,`Også {names}`,`Also {names}`],"dossier.networks":[`Nätverk`,`Nettverk`,`Networks`],"dossier.partnerships":[`Partnerskap`,`Partnerskap`,`Partnerships`],"dossier.projects":[`Projekt`,`Prosjekter`,`Projects`],"dossier.money":[`Pengar`,`Penger`,`Money`],"dossier.needs":[`Behov`,`Behov`,`Needs`],"dossier.offers":[`Erbjudanden`,`Tilbud`,`Offers`],"dossier.obligations":[`Åtaganden`,`Forpliktelser`,`Obligations`],"dossier.duplicate":[`Kan vara samma som`,`Kan være den samme som`,`May be the same as`],"dossier.claims":[`Källorna säger olika`,`Kildene sier ulikt`,`Sources disagree`],"dossier.atMost":[`högst {amount}`,`høyst {amount}`,`at most {amount}`],"dossier.rate":[`{rate} av kostnaderna`,`{rate} av kostnadene`,`{rate} of the costs`],"dossier.from":[`av {name}`,`av {name}`,`by {name}`],"dossier.to":[`till {name}`,`til {name}`,`to {name}`],"dossier.until":[`till {day}`,`til {day}`,`until {day}`],"room.needs":[`Behov och erbjudanden`,`Behov og tilbud`,`Needs and offers`],"room.record":[`Intervju`,`Intervju`,`Interview`],"room.partnerships":[`Partnerskap`,`Partnerskap`,`Partnerships`],"room.todo":[`Att göra`,`Å gjøre`,`To do`],"room.changes":[`Ändringar`,`Endringer`,`Changes`],"room.reports":[`Rapporter`,`Rapporter`,`Reports`],"room.money":[`Pengar`,`Penger`,`Money`],next:[`Visa fler`,`Vis flere`,`Show more`],undo:[`Ångra`,`Angre`,`Undo`],"undo.dismiss":[`Stäng`,`Lukk`,`Close`],"undo.ground":[`Ångrat på sidan`,`Angret på siden`,`Undone on the page`],"ground.label":[`Vad vilar det på?`,`Hva bygger det på?`,`What does it rest on?`],"ground.hint":[`Samtal med …, mejl från …, protokoll …`,`Samtale med …, e-post fra …, referat …`,`Talk with …, mail from …, minutes of …`],"needs.hint":[`Vad som behövs och erbjuds på var sida om gränsen. Det som ingen möter står först.`,`Hva som trengs og tilbys på hver side av grensen. Det ingen møter, står først.`,`What either side of the border needs and offers. What nobody meets comes first.`],"needs.none":[`Inga behov är registrerade än. Börja med en intervju.`,`Ingen behov er registrert ennå. Begynn med et intervju.`,`No needs are recorded yet. Begin with an interview.`],"needs.theme":[`Tema`,`Tema`,`Theme`],"needs.one":[`Behov`,`Behov`,`Need`],"offers.one":[`Erbjudande`,`Tilbud`,`Offer`],"needs.count.one":[`{n} behov`,`{n} behov`,`{n} need`],"needs.count.other":[`{n} behov`,`{n} behov`,`{n} needs`],"offers.count.one":[`{n} erbjudande`,`{n} tilbud`,`{n} offer`],"offers.count.other":[`{n} erbjudanden`,`{n} tilbud`,`{n} offers`],"needs.unmet.one":[`{n} utan svar`,`{n} uten svar`,`{n} unmet`],"needs.unmet.other":[`{n} utan svar`,`{n} uten svar`,`{n} unmet`],"needs.who":[`Vem kan möta det?`,`Hvem kan møte det?`,`Who could meet it?`],"needs.nobody":[`Ingen erbjuder något som passar`,`Ingen tilbyr noe som passer`,`Nobody offers what suits it`],"needs.suggest":[`Föreslå`,`Foreslå`,`Suggest`],"needs.accept":[`De är presenterade`,`De er introdusert`,`They are introduced`],"needs.decline":[`Avböjt`,`Avslått`,`Declined`],"needs.suggested":[`Förslaget är registrerat.`,`Forslaget er registrert.`,`The suggestion is recorded.`],"needs.introduced":[`Presentationen är registrerad.`,`Introduksjonen er registrert.`,`The introduction is recorded.`],"needs.declined":[`Att det avböjdes är registrerat.`,`At det ble avslått, er registrert.`,`That it was declined is recorded.`],"record.hint":[`Ange källan en gång. Skriv sedan behov efter behov; det du skriver finns kvar om sidan laddas om.`,`Oppgi kilden én gang. Skriv så behov etter behov; det du skriver, blir værende om siden lastes på nytt.`,`Give the source once. Then write need by need; what you write survives a reload.`],"record.kind":[`Vad`,`Hva`,`What`],"record.who":[`Vems`,`Hvem sitt`,`Whose`],"record.new":[`”{name}” är ny`,`«{name}» er ny`,`“{name}” is new`],"record.side":[`Sida`,`Side`,`Side`],"record.sector":[`Slag`,`Type`,`Kind`],"record.need":[`Vad behövs?`,`Hva trengs?`,`What is needed?`],"record.offer":[`Vad erbjuds?`,`Hva tilbys?`,`What is offered?`],"record.urgency":[`Hur bråttom?`,`Hvor viktig?`,`How urgent?`],"record.level":[`Hur färdigt?`,`Hvor ferdig?`,`How ready?`],"record.send":[`Registrera`,`Registrer`,`Record`],"record.look":[`Se vad som ändras`,`Se hva som endres`,`See what will change`],"record.willChange":[`Detta kommer att ändras:`,`Dette vil bli endret:`,`This will change:`],"record.done":[`Registrerat: {statement}`,`Registrert: {statement}`,`Recorded: {statement}`],"record.recorded":[`Registrerat nu`,`Registrert nå`,`Recorded now`],"partnerships.hint":[`Bekräfta eller förneka för den sida som du talar för.`,`Bekreft eller avkreft for den siden du snakker for.`,`Confirm or deny for the side that you speak for.`],"partnerships.count.one":[`{n} partnerskap`,`{n} partnerskap`,`{n} partnership`],"partnerships.count.other":[`{n} partnerskap`,`{n} partnerskap`,`{n} partnerships`],"partnerships.crossBorder":[`över gränsen`,`over grensen`,`across the border`],"partnerships.confirm":[`{name} bekräftar`,`{name} bekrefter`,`{name} confirms`],"partnerships.deny":[`{name} förnekar`,`{name} avkrefter`,`{name} denies`],"partnerships.confirmed":[`Bekräftelsen är registrerad.`,`Bekreftelsen er registrert.`,`The confirmation is recorded.`],"partnerships.denied":[`Förnekandet är registrerat.`,`Avkreftelsen er registrert.`,`The denial is recorded.`],"todo.side":[`Sida`,`Side`,`Side`],"todo.both":[`Båda sidor`,`Begge sider`,`Both sides`],"todo.count.one":[`{n} sak att göra`,`{n} ting å gjøre`,`{n} thing to do`],"todo.count.other":[`{n} saker att göra`,`{n} ting å gjøre`,`{n} things to do`],"todo.ask":[`Fråga`,`Spør`,`Ask`],"todo.askNobody":[`Ingen att fråga`,`Ingen å spørre`,`Nobody to ask`],"duplicates.title":[`Är de samma?`,`Er de den samme?`,`Are they the same?`],"duplicates.SAME":[`Samma`,`Samme`,`Same`],"duplicates.DIFFERENT":[`Olika`,`Ulike`,`Different`],"duplicates.UNSURE":[`Osäkert`,`Usikkert`,`Unsure`],"duplicates.did.SAME":[`De är nu en post.`,`De er nå én post.`,`They are one record now.`],"duplicates.did.DIFFERENT":[`Att de är olika är registrerat.`,`At de er ulike, er registrert.`,`That they are different is recorded.`],"duplicates.did.UNSURE":[`Att det är osäkert är registrerat.`,`At det er usikkert, er registrert.`,`That it is unsure is recorded.`],"changes.hint":[`Det som andra ändrar visas här medan det händer.`,`Det andre endrer, vises her mens det skjer.`,`What others change shows here as it happens.`],"changes.undo":[`Ta tillbaka`,`Ta tilbake`,`Take back`],"changes.more.one":[`och {n} ändring till`,`og {n} endring til`,`and {n} more change`],"changes.more.other":[`och {n} ändringar till`,`og {n} endringer til`,`and {n} more changes`],"reports.hint":[`En rapport öppnas i ett eget fönster, färdig att skriva ut.`,`En rapport åpnes i et eget vindu, klar til utskrift.`,`A report opens in a window of its own, ready to print.`],"reports.network":[`Nätverk`,`Nettverk`,`Network`],"reports.all":[`Alla nätverk`,`Alle nettverk`,`All networks`],"money.awards.one":[`i {n} beslut om stöd`,`i {n} tilsagn`,`in {n} award`],"money.awards.other":[`i {n} beslut om stöd`,`i {n} tilsagn`,`in {n} awards`],"money.awarded":[`Beviljat`,`Bevilget`,`Granted`],"money.paid":[`Utbetalt {paid}, återstår {left}`,`Utbetalt {paid}, gjenstår {left}`,`Paid {paid}, remaining {left}`],"money.falls":[`Vad faller`,`Hva faller`,`What falls`],"money.fallsNone":[`Ingen ansökan väntar på beslut`,`Ingen søknad venter på vedtak`,`No application waits for a decision`],"money.if":[`Om ansökan {name} till {to} avslås`,`Hvis søknaden {name} til {to} avslås`,`If the application {name} to {to} is turned down`],"room.picture":[`Nätverksbild`,`Nettverksbilde`,`Picture`],"room.map":[`Karta`,`Kart`,`Map`],"picture.label":[`Bild av nätverket med {ties}: Norge till vänster, Sverige till höger. Tabellen under bilden säger detsamma.`,`Bilde av nettverket med {ties}: Norge til venstre, Sverige til høyre. Tabellen under bildet sier det samme.`,`Picture of the network with {ties}: Norway left, Sweden right. The table below the picture tells the same.`],"picture.organisations.one":[`{n} organisation`,`{n} organisasjon`,`{n} organisation`],"picture.organisations.other":[`{n} organisationer`,`{n} organisasjoner`,`{n} organisations`],"picture.ties.one":[`{n} band`,`{n} bånd`,`{n} tie`],"picture.ties.other":[`{n} band`,`{n} bånd`,`{n} ties`],"picture.across.one":[`{n} över gränsen`,`{n} over grensen`,`{n} across the border`],"picture.across.other":[`{n} över gränsen`,`{n} over grensen`,`{n} across the border`],"picture.ei":[`E-I-index {ei}; slumpen skulle ge {chance}.`,`E-I-indeks {ei}; tilfeldighetene ville gitt {chance}.`,`E-I index {ei}; chance would give {chance}.`],"picture.find":[`Visa i bilden`,`Vis i bildet`,`Show in the picture`],"picture.members":[`Även medlemskap i samma nätverk`,`Også medlemskap i samme nettverk`,`Membership of one network too`],"picture.none":[`Ingen har band den dagen`,`Ingen har bånd den dagen`,`Nobody has ties on that day`],"picture.closer":[`Närmare`,`Nærmere`,`Closer`],"picture.farther":[`Längre bort`,`Lenger unna`,`Farther`],"picture.whole":[`Hela bilden`,`Hele bildet`,`Whole picture`],"picture.brokers":[`De som binder samman`,`De som binder sammen`,`Who hold it together`],"picture.missing":[`Band som saknas över gränsen`,`Bånd som mangler over grensen`,`Ties that are missing across the border`],"picture.table":[`Samma som tabell`,`Det samme som tabell`,`The same as a table`],"picture.organisation":[`Organisation`,`Organisasjon`,`Organisation`],"picture.tieCount":[`Band`,`Bånd`,`Ties`],"picture.acrossCount":[`Över gränsen`,`Over grensen`,`Across the border`],"map.hint":[`Varje län och fylke har en ruta ungefär där det ligger. Stor siffra: organisationer. Under den: behov ⇄ erbjudanden.`,`Hvert fylke og län har en rute omtrent der det ligger. Stort tall: organisasjoner. Under det: behov ⇄ tilbud.`,`Each county has a tile about where it lies. Large figure: organisations. Below it: needs ⇄ offers.`],"map.label":[`Län och fylken med antal organisationer. Tabellen under kartan säger detsamma.`,`Fylker og län med antall organisasjoner. Tabellen under kartet sier det samme.`,`Counties with their number of organisations. The table below the map tells the same.`],"map.county":[`Län eller fylke`,`Fylke eller län`,`County`],"map.organisations":[`Organisationer`,`Organisasjoner`,`Organisations`],"room.import":[`Läs in`,`Les inn`,`Import`],"import.hint":[`Välj en medlemslista (.xlsx eller .csv). Du ser först vad varje rad blir; inget ändras förrän du läser in.`,`Velg en medlemsliste (.xlsx eller .csv). Du ser først hva hver rad blir; ingenting endres før du leser inn.`,`Choose a member list (.xlsx or .csv). You first see what becomes of each row; nothing changes until you import.`],"import.network":[`Vilket nätverks medlemmar?`,`Hvilket nettverks medlemmer?`,`Whose members?`],"import.file":[`Fil`,`Fil`,`File`],"import.look":[`Se vad som ändras`,`Se hva som endres`,`See what will change`],"import.apply":[`Läs in det som kan tas`,`Les inn det som kan tas`,`Import what can be taken`],"import.done":[`Listan är inläst.`,`Listen er lest inn.`,`The list is imported.`],"import.unread":[`Kolumner som inte läses`,`Kolonner som ikke leses`,`Columns that are not read`],"import.row":[`Rad {n}`,`Rad {n}`,`Row {n}`],"import.may":[`Kan vara`,`Kan være`,`May be`],"import.held":[`{field}: listan säger {told}, registret {held}`,`{field}: listen sier {told}, registeret {held}`,`{field}: the list says {told}, the register {held}`],"import.told":[`{field}: {told}`,`{field}: {told}`,`{field}: {told}`],signIn:[`Logga in`,`Logg inn`,`Sign in`],"signIn.kept":[`Det du har skrivit finns kvar.`,`Det du har skrevet, blir værende.`,`What you have written is kept.`],"signIn.as":[`Inloggad som {name}`,`Innlogget som {name}`,`Signed in as {name}`],signOut:[`Logga ut`,`Logg ut`,`Sign out`],"session.over":[`Din session är slut. Du ser nu det som är offentligt.`,`Økten din er over. Du ser nå det som er offentlig.`,`Your session has ended. You see now what is public.`],"write.public":[`Du läser det som är offentligt. Logga in för att registrera och ändra. Saknar du konto ger en samordnare i ditt nätverk dig en inbjudan.`,`Du leser det som er offentlig. Logg inn for å registrere og endre. Har du ingen konto, gir en koordinator i nettverket ditt deg en invitasjon.`,`You read what is public. Sign in to record and change. If you have no account, a coordinator of your network gives you an invitation.`],"write.role":[`Ditt konto får läsa men inte ändra här. Det får en {whom}.`,`Kontoen din kan lese, men ikke endre her. Det kan en {whom}.`,`Your account may read but not change anything here. That is for a {whom}.`],"write.eyes":[`Så länge du ser med andras ögon kan du inte ändra något.`,`Så lenge du ser med andres øyne, kan du ikke endre noe.`,`While you see through the eyes of others you can change nothing.`],"partnerships.onBehalf":[`sagt av en samordnare`,`sagt av en koordinator`,`said by a coordinator`],"partnerships.behalf":[`Du svarar för den, och det märks så.`,`Du svarer på dens vegne, og det merkes slik.`,`You answer on its behalf, and it is marked so.`],"partnerships.otherSide":[`Du har bekräftat för den andra sidan. Någon annan svarar för den här.`,`Du har bekreftet for den andre siden. Noen andre svarer for denne.`,`You have confirmed for the other side. Somebody else answers for this one.`],"eyes.label":[`Se som`,`Se som`,`See as`],"eyes.own":[`jag själv`,`meg selv`,`myself`],"eyes.banner":[`Du ser nu bara det som är för {whose}, och kan inte ändra något.`,`Du ser nå bare det som er for {whose}, og kan ikke endre noe.`,`You now see only what is for {whose}, and can change nothing.`],"room.me":[`Mitt konto`,`Min konto`,`My account`],"room.people":[`Konton`,`Kontoer`,`Accounts`],"me.everywhere":[`alla nätverk`,`alle nettverk`,`all networks`],"me.noRoles":[`Ingen roll. Den läser det som är offentligt.`,`Ingen rolle. Den leser det som er offentlig.`,`No role. It reads what is public.`],"me.addPasskey":[`Lägg till en passnyckel`,`Legg til en passnøkkel`,`Add a passkey`],"me.passkeyAdded":[`Passnyckeln är tillagd. Nästa gång kan du logga in med den.`,`Passnøkkelen er lagt til. Neste gang kan du logge inn med den.`,`The passkey is added. Next time you can sign in with it.`],"me.passkeyFailed":[`Webbläsaren lade inte till någon passnyckel.`,`Nettleseren la ikke til noen passnøkkel.`,`The browser has added no passkey.`],copy:[`Kopiera`,`Kopier`,`Copy`],"tokens.title":[`Åtkomstnycklar`,`Tilgangsnøkler`,`Access tokens`],"tokens.hint":[`Ett program som har en sådan handlar i ditt namn. Den gäller så länge du bestämmer, och kan återkallas när som helst.`,`Et program som har en slik, handler i ditt navn. Den gjelder så lenge du bestemmer, og kan trekkes tilbake når som helst.`,`A program that has one acts in your name. It holds for as long as you say, and can be revoked at any time.`],"tokens.none":[`Du har ingen åtkomstnyckel`,`Du har ingen tilgangsnøkkel`,`You have no access token`],"tokens.name":[`Vad den är till för`,`Hva den er til`,`What it is for`],"tokens.nameHint":[`Nattlig export`,`Nattlig eksport`,`Nightly export`],"tokens.right":[`Får`,`Kan`,`May`],"tokens.READ":[`läsa`,`lese`,`read`],"tokens.WRITE":[`läsa och ändra`,`lese og endre`,`read and change`],"tokens.days":[`Dagar`,`Dager`,`Days`],"tokens.until":[`Gäller till`,`Gjelder til`,`Holds until`],"tokens.used":[`Senast använd`,`Sist brukt`,`Last used`],"tokens.unused":[`aldrig`,`aldri`,`never`],"tokens.revoked":[`återkallad {day}`,`trukket tilbake {day}`,`revoked {day}`],"tokens.revoke":[`Återkalla`,`Trekk tilbake`,`Revoke`],"tokens.make":[`Skapa nyckel`,`Lag nøkkel`,`Make a token`],"tokens.made":[`”{name}” är skapad.`,`«{name}» er laget.`,`“{name}” is made.`],"tokens.once":[`Kopiera den nu: den visas bara den här gången.`,`Kopier den nå: den vises bare denne ene gangen.`,`Copy it now: it is shown this once only.`],"log.title":[`Vad som är antecknat om mig`,`Hva som er notert om meg`,`What is recorded of me`],"log.everybody":[`om alla`,`om alle`,`of everybody`],"log.LINK_MADE":[`Inloggningslänk skapad`,`Innloggingslenke laget`,`Link for signing in made`],"log.SIGNED_IN":[`Inloggad`,`Logget inn`,`Signed in`],"log.SIGN_IN_REFUSED":[`Inloggning nekad`,`Innlogging avvist`,`Sign-in refused`],"log.SIGNED_OUT":[`Utloggad`,`Logget ut`,`Signed out`],"log.LOGOUT_REFUSED":[`Utloggning från identitetsleverantören nekad`,`Utlogging fra identitetsleverandøren avvist`,`Sign-out by the identity provider refused`],"log.TOKEN_MADE":[`Åtkomstnyckel skapad`,`Tilgangsnøkkel laget`,`Access token made`],"log.TOKEN_REFUSED":[`Åtkomstnyckel nekad`,`Tilgangsnøkkel avvist`,`Access token refused`],"log.TOKEN_REVOKED":[`Åtkomstnyckel återkallad`,`Tilgangsnøkkel trukket tilbake`,`Access token revoked`],"log.INVITED":[`Inbjudan skapad`,`Invitasjon laget`,`Invitation made`],"log.ACCEPTED":[`Inbjudan använd`,`Invitasjon brukt`,`Invitation accepted`],"log.PASSKEY_ADDED":[`Passnyckel tillagd`,`Passnøkkel lagt til`,`Passkey added`],"log.ACCOUNT_CLOSED":[`Konto stängt`,`Konto stengt`,`Account closed`],"log.ACCOUNT_REOPENED":[`Konto öppnat igen`,`Konto åpnet igjen`,`Account opened again`],"people.hint":[`Vilka som kan logga in, och vad de får göra. Nya kommer in genom en inbjudan; den som håller registret gör den med ”server invite”.`,`Hvem som kan logge inn, og hva de kan gjøre. Nye kommer inn med en invitasjon; den som driver registeret, lager den med «server invite».`,`Who may sign in, and what they may do. New people come by invitation, which whoever runs the registry makes with “server invite”.`],"people.count.one":[`{n} konto`,`{n} konto`,`{n} account`],"people.count.other":[`{n} konton`,`{n} kontoer`,`{n} accounts`],"people.you":[`du`,`deg`,`you`],"people.grant":[`Ge en roll`,`Gi en rolle`,`Give a role`],"people.give":[`Ge rollen`,`Gi rollen`,`Give the role`],"people.granted":[`Rollen är given.`,`Rollen er gitt.`,`The role is given.`],"people.role":[`Roll`,`Rolle`,`Role`],"people.over":[`Över`,`Over`,`Over`],"people.until":[`Till och med (annars tills vidare)`,`Til og med (ellers inntil videre)`,`Until (else for the time being)`],"people.end":[`Avsluta`,`Avslutt`,`End`],"people.ended":[`Rollen har upphört.`,`Rollen er opphørt.`,`The role has ended.`],"people.suspend":[`Stäng av kontot`,`Steng kontoen`,`Suspend the account`],"people.suspended":[`Kontot är avstängt.`,`Kontoen er stengt.`,`The account is suspended.`],"people.reopen":[`Öppna kontot igen`,`Åpne kontoen igjen`,`Open the account again`],"people.reopened":[`Kontot är öppet igen.`,`Kontoen er åpen igjen.`,`The account is open again.`],"eyes.back":[`Visa som jag själv`,`Vis som meg selv`,`Show as myself`],"action.registerOrganisation":[`registrerade en organisation`,`registrerte en organisasjon`,`entered an organisation`],"action.updateOrganisation":[`rättade en organisation`,`rettet en organisasjon`,`corrected an organisation`],"action.admitMember":[`tog in en medlem`,`tok inn et medlem`,`admitted a member`],"action.endMembership":[`avslutade ett medlemskap`,`avsluttet et medlemskap`,`ended a membership`],"action.importMembers":[`läste in en medlemslista`,`leste inn en medlemsliste`,`imported a member list`],"action.registerNetwork":[`registrerade ett nätverk`,`registrerte et nettverk`,`entered a network`],"action.updateNetwork":[`rättade ett nätverk`,`rettet et nettverk`,`corrected a network`],"action.linkCounterparts":[`kopplade ihop motparter`,`koblet sammen motparter`,`linked counterparts`],"action.proposePartnership":[`föreslog ett partnerskap`,`foreslo et partnerskap`,`proposed a partnership`],"action.confirmPartnership":[`bekräftade ett partnerskap`,`bekreftet et partnerskap`,`confirmed a partnership`],"action.denyPartnership":[`förnekade ett partnerskap`,`avkreftet et partnerskap`,`denied a partnership`],"action.endPartnership":[`avslutade ett partnerskap`,`avsluttet et partnerskap`,`ended a partnership`],"action.renewConfirmation":[`bekräftade på nytt`,`bekreftet på nytt`,`confirmed anew`],"action.recordDocument":[`registrerade ett dokument`,`registrerte et dokument`,`recorded a document`],"action.registerProject":[`registrerade ett projekt`,`registrerte et prosjekt`,`entered a project`],"action.updateProject":[`rättade ett projekt`,`rettet et prosjekt`,`corrected a project`],"action.addParticipant":[`lade till en deltagare`,`la til en deltaker`,`added a participant`],"action.endParticipation":[`avslutade ett deltagande`,`avsluttet en deltakelse`,`ended a participation`],"action.registerProgramme":[`registrerade ett program`,`registrerte et program`,`entered a programme`],"action.recordApplication":[`registrerade en ansökan`,`registrerte en søknad`,`recorded an application`],"action.recordDecision":[`registrerade ett beslut`,`registrerte et vedtak`,`recorded a decision`],"action.recordOutcome":[`registrerade hur det gick för en ansökan`,`registrerte utfallet av en søknad`,`recorded what came of an application`],"action.settleCondition":[`avgjorde ett villkor`,`avgjorde et vilkår`,`settled a condition`],"action.recordPayment":[`registrerade en utbetalning`,`registrerte en utbetaling`,`recorded a payment`],"action.fulfilObligation":[`fullgjorde ett åtagande`,`oppfylte en forpliktelse`,`fulfilled an obligation`],"action.attachEvidence":[`bifogade underlag`,`la ved dokumentasjon`,`attached evidence`],"action.recordNeed":[`registrerade ett behov`,`registrerte et behov`,`recorded a need`],"action.updateNeed":[`rättade ett behov`,`rettet et behov`,`corrected a need`],"action.closeNeed":[`avslutade ett behov`,`avsluttet et behov`,`closed a need`],"action.renewNeed":[`förnyade ett behov`,`fornyet et behov`,`renewed a need`],"action.recordOffer":[`registrerade ett erbjudande`,`registrerte et tilbud`,`recorded an offer`],"action.updateOffer":[`rättade ett erbjudande`,`rettet et tilbud`,`corrected an offer`],"action.pauseOffer":[`pausade ett erbjudande`,`satte et tilbud på pause`,`paused an offer`],"action.resumeOffer":[`återupptog ett erbjudande`,`gjenopptok et tilbud`,`resumed an offer`],"action.closeOffer":[`avslutade ett erbjudande`,`avsluttet et tilbud`,`closed an offer`],"action.renewOffer":[`förnyade ett erbjudande`,`fornyet et tilbud`,`renewed an offer`],"action.planNeedsMapping":[`planerade en behovskartläggning`,`planla en behovskartlegging`,`planned a mapping of needs`],"action.holdNeedsMapping":[`genomförde en behovskartläggning`,`gjennomførte en behovskartlegging`,`held a mapping of needs`],"action.cancelNeedsMapping":[`ställde in en behovskartläggning`,`avlyste en behovskartlegging`,`cancelled a mapping of needs`],"action.registerTheme":[`lade till ett tema`,`la til et tema`,`added a theme`],"action.updateTheme":[`rättade ett tema`,`rettet et tema`,`corrected a theme`],"action.updateArea":[`rättade ett område`,`rettet et område`,`corrected an area`],"action.registerTargetGroup":[`lade till en målgrupp`,`la til en målgruppe`,`added a target group`],"action.suggestIntroduction":[`föreslog en presentation`,`foreslo en introduksjon`,`suggested an introduction`],"action.acceptIntroduction":[`registrerade att två presenterats`,`registrerte at to er introdusert`,`recorded that two were introduced`],"action.declineIntroduction":[`registrerade att en presentation avböjts`,`registrerte at en introduksjon ble avslått`,`recorded that an introduction was declined`],"action.updateProgramme":[`rättade ett program`,`rettet et program`,`corrected a programme`],"action.updateApplication":[`rättade en ansökan`,`rettet en søknad`,`corrected an application`],"action.judgeIdentity":[`bedömde om två är samma`,`vurderte om to er den samme`,`judged whether two are the same`],"action.judgeNetworkIdentity":[`bedömde om två nätverk är samma`,`vurderte om to nettverk er det samme`,`judged whether two networks are the same`],"action.recordSuccession":[`registrerade en övergång`,`registrerte en etterfølgelse`,`recorded a succession`],"action.updateSuccession":[`rättade en övergång`,`rettet en etterfølgelse`,`corrected a succession`],"action.revertChange":[`tog tillbaka en ändring`,`tok tilbake en endring`,`took back a change`],"action.updateMembership":[`rättade ett medlemskap`,`rettet et medlemskap`,`corrected a membership`],"action.updateParticipation":[`rättade ett deltagande`,`rettet en deltakelse`,`corrected a participation`],"action.updatePartnership":[`rättade ett partnerskap`,`rettet et partnerskap`,`corrected a partnership`],"action.updateDocument":[`rättade ett dokument`,`rettet et dokument`,`corrected a document`],"action.updateDecision":[`rättade ett beslut`,`rettet et vedtak`,`corrected a decision`],"action.updateAward":[`rättade ett stöd`,`rettet en støtte`,`corrected an award`],"action.updateCondition":[`rättade ett villkor`,`rettet et vilkår`,`corrected a condition`],"action.updatePayment":[`rättade en utbetalning`,`rettet en utbetaling`,`corrected a payment`],"action.updateObligation":[`rättade ett åtagande`,`rettet en forpliktelse`,`corrected an obligation`],"action.grant":[`gav en roll`,`ga en rolle`,`gave a role`],"action.endGrant":[`avslutade en roll`,`avsluttet en rolle`,`ended a role`],"action.updateAccount":[`ändrade ett konto`,`endret en konto`,`changed an account`],"action.revertCommand":[`tog tillbaka`,`tok tilbake`,`took back`],"action.seed":[`lade in grundfallet`,`la inn grunntilfellet`,`loaded the founding case`],"action.import":[`läste in en lista`,`leste inn en liste`,`imported a list`],"action.import facts":[`läste in uppgifter`,`leste inn opplysninger`,`imported facts`],"action.import needs":[`läste in behov och erbjudanden`,`leste inn behov og tilbud`,`imported needs and offers`],"action.import decision":[`läste in ett beslut`,`leste inn et vedtak`,`imported a decision`],"action.import interreg":[`läste in en partnerlista från Interreg`,`leste inn en partnerliste fra Interreg`,`imported a partner list of Interreg`],"action.sign-in":[`inrättade datorns eget konto`,`opprettet maskinens egen konto`,`set up the machine's own account`],"action.server accounts":[`ändrade ett konto från servern`,`endret en konto fra serveren`,`changed an account at the server`],"action.accept invitation":[`tog emot en inbjudan`,`tok imot en invitasjon`,`accepted an invitation`],"action.confirmProposal":[`bekräftade ett förslag`,`bekreftet et forslag`,`confirmed a proposal`],"action.declineProposal":[`avböjde ett förslag`,`avslo et forslag`,`declined a proposal`],"action.withdrawProposal":[`tog tillbaka ett förslag`,`trakk tilbake et forslag`,`withdrew a proposal`],"action.registerPerson":[`registrerade en person`,`registrerte en person`,`entered a person`],"action.updatePerson":[`rättade en person`,`rettet en person`,`corrected a person`],"action.registerContact":[`registrerade en kontakt`,`registrerte en kontakt`,`entered a contact`],"action.updateContact":[`rättade en kontakt`,`rettet en kontakt`,`corrected a contact`],"action.verifyContact":[`kontrollerade en kontakt`,`kontrollerte en kontakt`,`verified a contact`],"action.endContact":[`avslutade en kontakt`,`avsluttet en kontakt`,`ended a contact`],"waiting.none":[`Inget väntar på ditt svar`,`Ingenting venter på svaret ditt`,`Nothing waits for your answer`],"waiting.mine":[`Väntar på ditt svar`,`Venter på svaret ditt`,`Waits for your answer`],"conflict.title":[`Någon annan hann före. Detta har ändrats sedan du läste:`,`Noen andre kom før. Dette er endret siden du leste:`,`Somebody else was first. This has changed since you read it:`],"conflict.anyway":[`Gör min ändring ändå`,`Gjør endringen min likevel`,`Make my change all the same`],"conflict.leave":[`Låt det vara`,`La det være`,`Leave it`],"room.decision":[`Registrera ett beslut`,`Registrer et vedtak`,`Record a decision`],"decision.hint":[`Från ansökan till beslut och stöd, på ett blad. Det du skriver finns kvar om sidan laddas om; inget ändras förrän du registrerar.`,`Fra søknad til vedtak og støtte, på ett ark. Det du skriver, blir værende om siden lastes på nytt; ingenting endres før du registrerer.`,`From application to decision and award, on one sheet. What you write survives a reload; nothing changes until you record.`],"decision.application":[`Vilken ansökan?`,`Hvilken søknad?`,`Which application?`],"decision.new":[`En ansökan som inte är registrerad`,`En søknad som ikke er registrert`,`An application that is not recorded yet`],"decision.project":[`Projekt`,`Prosjekt`,`Project`],"decision.appliedTo":[`Sökt hos (program eller organisation)`,`Søkt hos (program eller organisasjon)`,`Applied to (programme or organisation)`],"decision.anOrganisation":[`en organisation`,`en organisasjon`,`an organisation`],"decision.applicant":[`Sökande`,`Søker`,`Applicant`],"decision.amount":[`Sökt belopp`,`Omsøkt beløp`,`Amount applied for`],"decision.currency":[`Valuta`,`Valuta`,`Currency`],"decision.submittedOn":[`Inlämnad den`,`Sendt inn`,`Submitted on`],"decision.decision":[`Beslutet`,`Vedtaket`,`The decision`],"decision.caseNumber":[`Diarienummer`,`Saksnummer`,`Case number`],"decision.outcome":[`Utfall`,`Utfall`,`Outcome`],"decision.decidedOn":[`Beslutsdag`,`Vedtaksdato`,`Decided on`],"decision.role":[`Beslutande funktion (inget namn)`,`Funksjonen som vedtok (intet navn)`,`Office that decided (no name)`],"decision.mode":[`Beslutsform`,`Vedtaksform`,`How it was decided`],"decision.award":[`Stödet`,`Støtten`,`The award`],"decision.recipient":[`Mottagare`,`Mottaker`,`Recipient`],"decision.rate":[`Andel av kostnaderna (%)`,`Andel av kostnadene (%)`,`Part of the costs (%)`],"decision.cap":[`Högst (belopp)`,`Høyst (beløp)`,`At most (amount)`],"decision.conditions":[`Villkor`,`Vilkår`,`Conditions`],"decision.condition":[`Villkoret i egna ord`,`Vilkåret med egne ord`,`The condition in our own words`],"decision.kind":[`Slag`,`Type`,`Kind`],"decision.dueOn":[`Senast`,`Senest`,`By`],"decision.obligations":[`Åtaganden`,`Forpliktelser`,`Obligations`],"decision.add":[`Lägg till`,`Legg til`,`Add`],"decision.drop":[`Ta bort`,`Fjern`,`Drop`],"decision.first":[`Ansökan är ny och registreras först. Beslutet prövas när den finns.`,`Søknaden er ny og registreres først. Vedtaket prøves når den finnes.`,`The application is new and is recorded first. The decision is checked once it is there.`],"decision.done":[`Beslutet {number} är registrerat.`,`Vedtaket {number} er registrert.`,`The decision {number} is recorded.`]},uo=()=>ta.indexOf(Y.language);function $(e,t={}){return lo[e][uo()].replace(/\{(\w+)\}/g,(e,n)=>String(t[n]))}function fo(e,t){return $(`${e}.${new Intl.PluralRules(Y.language).select(t)===`one`?`one`:`other`}`,{n:vo(t)})}var po=new Map,mo=new class{#e=j({});async load(e){po.has(e)||po.set(e,pa(io,{language:e.toUpperCase()}));let{vocabulary:t,labels:n,typeLabels:r}=await po.get(e),i=new Map;for(let{name:e,values:n}of t??[])for(let t of n)i.set(`${e}.${t.name}`,t.label);for(let{name:e,label:t}of n??[])i.set(`field ${e}`,t);for(let{name:e,label:t}of r??[])i.set(`type ${e}`,t);M(this.#e,{...W(this.#e),[e]:i})}values(e){return[...W(this.#e)[Y.language]?.keys()??[]].filter(t=>t.startsWith(e+`.`)).map(t=>t.slice(e.length+1))}of(e){return W(this.#e)[Y.language]?.get(e)??``}},ho=(e,t)=>t?mo.of(`${e}.${t}`):``,go=e=>mo.of(`field ${e}`),_o=e=>mo.of(`type ${e}`),vo=e=>e.toLocaleString(Y.language),yo=e=>e.toLocaleString(Y.language,{style:`percent`}),bo=e=>e?new Date(e.length===10?e+`T12:00`:e).toLocaleDateString(Y.language,{dateStyle:`medium`}):``,xo=e=>Number(e.amount).toLocaleString(Y.language,{style:`currency`,currency:e.currency,minimumFractionDigits:Number(e.amount)%1?2:0}),So=e=>e.charAt(0).toLocaleUpperCase()+e.slice(1),Co=e=>new Intl.ListFormat(Y.language,{type:`disjunction`}).format(e),wo=e=>new Date(e).toLocaleString(Y.language,{dateStyle:`medium`,timeStyle:`short`}),To=e=>`action.${e}`in lo?$(`action.${e}`):e,Eo=G(`<a> </a>`),Do=G(`<button type="button"> </button>`),Oo=G(`<option> </option>`),ko=G(`<label> <select><option> </option><!></select></label>`),Ao=G(`<!> <!> <a class="who"> </a> <button type="button"> </button>`,1),jo=G(`<a class="who"> </a>`),Mo=G(`<header class="bar"><a class="skip" href="#content"> </a> <a class="name"><svg viewBox="0 0 40 16" width="40" height="16" aria-hidden="true"><path class="tie" d="M9 8h22"></path><circle class="no" cx="8" cy="8" r="6"></circle><path class="se" d="M26 2h12v12H26z"></path></svg> Partnernet</a> <form role="search"><input type="search" aria-keyshortcuts="/"/></form> <nav></nav> <div class="settings"><label> <input type="date"/></label> <div role="group"></div> <a href="/graphiql/"> </a> <!></div></header>`);function No(e,t){Ye(t,!0);let n=[`PUBLIC`,`MEMBERS`,`COORDINATORS`],r={sv:`Svenska`,nb:`Norsk`,en:`English`},i=j($t(Y.query.get(`text`)??``)),a;function o(e){e.preventDefault(),W(i).trim()&&Y.go(Y.address(`/search`,{text:W(i).trim()}))}function s(e){let t=e.target;e.key!==`/`||e.ctrlKey||e.metaKey||t.closest(`input, textarea, select`)||(e.preventDefault(),a.focus(),a.select())}var c=Mo();Cr(`keydown`,rn,s);var l=F(c),u=I(l,!0),d=L(l,2),f=L(d,2),p=F(f);ji(p),Ji(p,e=>a=e,()=>a),E(f);var m=L(f,2);$r(m,21,()=>da,e=>e.path,(e,t)=>{var n=Eo(),r=I(n,!0);R((e,i)=>{J(n,`href`,e),J(n,`aria-current`,Y.path===W(t).path?`page`:void 0),q(r,i)},[()=>Y.address(W(t).path),()=>$(W(t).name)]),K(e,n)}),E(m);var h=L(m,2),g=F(h),_=F(g),v=L(_);ji(v),E(g);var y=L(g,2);$r(y,20,()=>ta,e=>e,(e,t)=>{var n=Do(),i=I(n,!0);R(()=>{J(n,`lang`,t),J(n,`aria-pressed`,Y.language===t),q(i,r[t])}),wr(`click`,n,()=>Y.show({lang:t})),K(e,n)}),E(y);var ee=L(y,2),b=I(ee,!0),x=L(ee,2),te=e=>{var t=Ao(),r=un(t),i=e=>{var t=ko(),r=F(t),i=L(r),a=F(i),o=I(a,!0);a.value=a.__value=``,$r(L(a),16,()=>n,e=>e,(e,t)=>{var n=Oo(),r=I(n,!0),i={};R(e=>{q(r,e),i!==(i=t)&&(n.value=(n.__value=i)??``)},[()=>So(ho(`Sensitivity`,t))]),K(e,n)}),E(i);var s;Ci(i),E(t),R((e,t)=>{q(r,`${e??``} `),q(o,t),s!==(s=Z.eyes)&&(i.value=(i.__value=s)??``,Si(i,s))},[()=>$(`eyes.label`),()=>$(`eyes.own`)]),wr(`change`,i,e=>Z.eyes=e.currentTarget.value),K(e,t)};Kr(r,e=>{ao.keepsAll&&e(i)});var a=L(r,2),o=e=>{var t=Eo(),n=I(t,!0);R((e,r)=>{J(t,`href`,e),J(t,`aria-current`,Y.path===`/people`?`page`:void 0),q(n,r)},[()=>Y.address(`/people`),()=>$(`room.people`)]),K(e,t)};Kr(a,e=>{ao.keepsPeople&&e(o)});var s=L(a,2),c=I(s,!0),l=L(s,2),u=I(l,!0);R((e,t,n)=>{J(s,`href`,e),J(s,`aria-current`,Y.path===`/me`?`page`:void 0),q(c,t),q(u,n)},[()=>Y.address(`/me`),()=>$(`signIn.as`,{name:ao.name}),()=>$(`signOut`)]),wr(`click`,l,function(...e){co?.apply(this,e)}),K(e,t)},ne=e=>{var t=jo(),n=I(t,!0);R((e,r)=>{J(t,`href`,e),q(n,r)},[()=>so(),()=>$(`signIn`)]),K(e,t)};Kr(x,e=>{ao.account?e(te):ao.known&&e(ne,1)}),E(h),E(c),R((e,t,n,r,i,a,o,s)=>{q(u,e),J(d,`href`,t),J(p,`aria-label`,n),J(p,`placeholder`,r),J(m,`aria-label`,i),q(_,`${a??``} `),Mi(v,Y.day??``),J(y,`aria-label`,o),q(b,s)},[()=>$(`bar.skip`),()=>Y.address(`/`),()=>$(`search.label`),()=>$(`search.hint`),()=>$(`bar.rooms`),()=>$(`bar.day`),()=>$(`bar.language`),()=>$(`bar.graphiql`)]),Cr(`submit`,f,o),Li(p,()=>W(i),e=>M(i,e)),wr(`change`,v,e=>Y.show({day:e.currentTarget.value})),K(e,c),Xe()}Tr([`change`,`click`]);var Po=G(`<a> </a> <small> </small>`,1),Fo=G(` <!>`,1);function Io(e,t){Ye(t,!0);let n=k(()=>t.with instanceof fa?t.with.code:``),r=k(()=>W(n)===`UNAUTHENTICATED`||W(n)===`FORBIDDEN`);Sn(()=>{W(r)&&ao.load().catch(()=>{})}),ke();var i=Fo(),a=un(i),o=L(a),s=e=>{var t=Po(),n=un(t),r=I(n,!0),i=I(L(n,2),!0);R((e,t,a)=>{J(n,`href`,e),q(r,t),q(i,a)},[()=>so(),()=>$(`signIn`),()=>$(`signIn.kept`)]),K(e,t)};Kr(o,e=>{(W(n)===`UNAUTHENTICATED`||W(r)&&!ao.account)&&e(s)}),R(e=>q(a,`${e??``} `),[()=>t.with instanceof fa?t.with.message:$(`answer.unreachable`)]),K(e,i),Xe()}var Lo=G(`<div class="problem" role="alert"><p><strong> </strong> <!></p> <button type="button"> </button></div>`),Ro=G(`<p class="waiting next" role="status"> </p>`),zo=G(`<!> <!>`,1),Bo=G(`<p class="waiting" role="status"> </p>`);function Vo(e,t){Ye(t,!0);let n=j(void 0),r=j(void 0),i=j(!0);Sn(()=>{let e=!0;return M(i,!0),t.to.then(t=>e&&(M(n,{answer:t}),M(r,void 0),M(i,!1)),t=>e&&(M(r,t),M(i,!1))),()=>e=!1});var a=Ir(),o=un(a),s=e=>{var t=Lo(),n=F(t),i=F(n),a=I(i,!0);Io(L(i,2),{get with(){return W(r)}}),E(n);var o=L(n,2),s=I(o,!0);E(t),R((e,t)=>{q(a,e),q(s,t)},[()=>$(`answer.failed`),()=>$(`answer.again`)]),wr(`click`,o,()=>location.reload()),K(e,t)},c=e=>{var r=zo(),a=un(r);ai(a,()=>t.children,()=>W(n).answer);var o=L(a,2),s=e=>{var t=Ro(),n=I(t,!0);R(e=>q(n,e),[()=>$(`answer.waiting`)]),K(e,t)};Kr(o,e=>{W(i)&&e(s)}),K(e,r)},l=e=>{var t=Bo(),n=I(t,!0);R(e=>q(n,e),[()=>$(`answer.waiting`)]),K(e,t)};Kr(o,e=>{W(r)?e(s):W(n)?e(c,1):e(l,-1)}),K(e,a),Xe()}Tr([`click`]),qe();var Ho=new class{#e=j($t(sessionStorage.getItem(`ground`)??``));#t=j($t(sessionStorage.getItem(`ground id`)??``));get title(){return W(this.#e)}set title(e){M(this.#e,e,!0),this.#n(``)}get given(){return W(this.#e).trim()!==``}source(){return W(this.#t)?{id:W(this.#t)}:{document:{title:W(this.#e).trim()}}}rests(e){this.#n(e?.changes[0]?.source?.id??W(this.#t))}forget(){this.#n(``)}#n(e){M(this.#t,e,!0),sessionStorage.setItem(`ground`,W(this.#e)),sessionStorage.setItem(`ground id`,e)}},Uo=new class{#e=j(``);get text(){return W(this.#e)}set text(e){M(this.#e,e,!0)}#t=j();get problem(){return W(this.#t)}set problem(e){M(this.#t,e)}#n=j(0);get times(){return W(this.#n)}set times(e){M(this.#n,e,!0)}#r=j();get conflict(){return W(this.#r)}set conflict(e){M(this.#r,e)}#i=[];async carryOut(e,...t){this.problem=void 0;let n=[];try{for(let e of t){let t=await e();Ho.rests(t),t?.command&&n.unshift(t.command)}}finally{n.length&&(this.#i=n,this.text=e,this.times++)}}async tell(e,...t){await this.carryOut(e,...t).catch(e=>{this.text=``,this.problem=e})}async edit(e,t,n){this.conflict=void 0,await this.carryOut(e,()=>n(...t.map(({version:e})=>e))).catch(r=>{this.text=``,r instanceof fa&&r.field.startsWith(`input.expected`)?this.conflict={seen:t,again:t=>this.edit(e,t,n)}:this.problem=r})}leave(){this.conflict=void 0,this.times++}async undo(e=this.#i){try{for(let t of e)await pa(Ya,{command:t,source:{document:{title:$(`undo.ground`)}}});this.text=``}catch(e){this.text=``,this.problem=e}Ho.forget(),this.times++}dismiss(){this.text=``,this.problem=void 0}},Wo=G(`<div> <del> </del> → <ins> </ins></div>`),Go=G(`<li> <small> </small> <!></li>`),Ko=G(`<ul></ul> <button type="button"> </button> <button type="button" class="quiet"> </button>`,1),qo=G(`<div class="conflict"><strong> </strong> <!></div>`);function Jo(e,t){Ye(t,!0);let n=k(()=>t.conflict.seen),r=k(()=>pa(ya,{id:W(n)[0].id,other:W(n).at(-1).id})),i=({node:e,other:t})=>[e,t].filter((e,t)=>e!==null&&t<W(n).length).map(e=>e),a=({id:e,version:t,history:r})=>r.nodes.slice(0,Math.max(0,t-W(n).find(t=>t.id===e).version));var o=qo(),s=F(o),c=I(s,!0);Vo(L(s,2),{get to(){return W(r)},children:(e,n=d)=>{var r=Ko(),o=un(r);$r(o,21,()=>i(n()),e=>e.id,(e,t)=>{var n=Ir();$r(un(n),17,()=>a(W(t)),({id:e,at:t,actor:n,action:r,fields:i})=>e,(e,n)=>{let r=()=>W(n).at,i=()=>W(n).actor,a=()=>W(n).action,o=()=>W(n).fields;var s=Go(),c=F(s),l=L(c),u=I(l,!0);$r(L(l,2),17,()=>o().filter(({name:e})=>go(e)),Yr,(e,t)=>{let n=()=>W(t).name,r=()=>W(t).before,i=()=>W(t).after;var a=Wo(),o=F(a),s=L(o),c=I(s,!0),l=I(L(s,2),!0);E(a),R((e,t,n)=>{q(o,`${e??``}: `),q(c,t),q(l,n)},[()=>So(go(n())),()=>r()??$(`unknown`),()=>i()??$(`unknown`)]),K(e,a)}),E(s),R((e,n)=>{q(c,`${W(t).displayName??``}: ${i()??``} ${e??``} `),q(u,n)},[()=>To(a()),()=>wo(r())]),K(e,s)}),K(e,n)}),E(o);var s=L(o,2),c=I(s,!0),l=L(s,2),u=I(l,!0);R((e,t)=>{q(c,e),q(u,t)},[()=>$(`conflict.anyway`),()=>$(`conflict.leave`)]),wr(`click`,s,()=>t.conflict.again(i(n()))),wr(`click`,l,()=>Uo.leave()),K(e,r)},$$slots:{default:!0}}),E(o),R(e=>q(c,e),[()=>$(`conflict.title`)]),K(e,o),Xe()}Tr([`click`]);var Yo=G(`<span class="alarm"><!></span> <button type="button" class="quiet"> </button>`,1),Xo=G(`<span> </span> <button type="button"> </button> <button type="button" class="quiet"> </button>`,1),Zo=G(`<div class="done" role="status"><!></div>`);function Qo(e,t){Ye(t,!1),Yi();var n=Zo(),r=F(n),i=e=>{Jo(e,{get conflict(){return Uo.conflict}})},a=e=>{var t=Yo(),n=un(t);Io(F(n),{get with(){return Uo.problem}}),E(n);var r=L(n,2),i=I(r,!0);R(e=>q(i,e),[()=>$(`undo.dismiss`)]),wr(`click`,r,()=>Uo.dismiss()),K(e,t)},o=e=>{var t=Xo(),n=un(t),r=I(n,!0),i=L(n,2),a=I(i,!0),o=L(i,2),s=I(o,!0);R((e,t)=>{q(r,Uo.text),q(a,e),q(s,t)},[()=>$(`undo`),()=>$(`undo.dismiss`)]),wr(`click`,i,()=>Uo.undo()),wr(`click`,o,()=>Uo.dismiss()),K(e,t)};Kr(r,e=>{Uo.conflict?e(i):Uo.problem?e(a,1):Uo.text&&e(o,2)}),E(n),K(e,n),Xe()}Tr([`click`]);var $o=G(`<p class="eyes" role="status"> <button type="button"> </button></p>`),es=G(`<p class="notice" role="status"> <a> </a></p>`),ts=G(`<!> <!> <main id="content"><!> <!></main> <!>`,1);function ns(e,t){Ye(t,!0);let n=async e=>{let{load:t,id:n}=ua(e),{default:r}=await t();return{path:e,id:n,Room:r}},r=k(()=>n(Y.path));Sn(()=>{document.documentElement.lang=Y.language,mo.load(Y.language).catch(()=>{})}),Sn(()=>void ao.load().catch(()=>{}));var i=ts(),a=un(i);No(a,{});var o=L(a,2),s=e=>{var t=$o(),n=F(t),r=L(n),i=I(r,!0);E(t),R((e,t)=>{q(n,`${e??``} `),q(i,t)},[()=>$(`eyes.banner`,{whose:ho(`Sensitivity`,Z.eyes)}),()=>$(`eyes.back`)]),wr(`click`,r,()=>Z.eyes=``),K(e,t)};Kr(o,e=>{Z.eyes&&e(s)});var c=L(o,2),l=F(c),u=e=>{var t=es(),n=F(t),r=L(n),i=I(r,!0);E(t),R((e,t,a)=>{q(n,`${e??``} `),J(r,`href`,t),q(i,a)},[()=>$(`session.over`),()=>so(),()=>$(`signIn`)]),K(e,t)};Kr(l,e=>{Z.over&&e(u)}),Vo(L(l,2),{get to(){return W(r)},children:(e,t)=>{let n=()=>(t?.()).path,r=()=>(t?.()).id,i=()=>(t?.()).Room;var a=Ir();Jr(un(a),n,e=>{var t=Ir();oi(un(t),i,(e,t)=>{t(e,{get id(){return r()}})}),K(e,t)}),K(e,a)},$$slots:{default:!0}}),E(c),Qo(L(c,2),{}),K(e,i),Xe()}Tr([`click`]);var rs=document.getElementById(`page`);rs.replaceChildren(),Vr(ns,{target:rs});export{Ja as $,$t,Ta as A,si as At,Fa as B,Fr as Bt,_a as C,Ni as Ct,Sa as D,_i as Dt,xa as E,yi as Et,Aa as F,q as Ft,Ba as G,kn as Gt,La as H,wr as Ht,ja as I,K as It,Ua as J,rn as Jt,Va as K,R as Kt,Ma as L,Ir as Lt,Da as M,$r as Mt,Oa as N,Yr as Nt,Ca as O,di as Ot,ka as P,Kr as Pt,qa as Q,L as Qt,Na as R,G as Rt,ao as S,J as St,ba as T,Ci as Tt,Ra as U,Cr as Ut,Ia as V,Tr as Vt,za as W,W as Wt,Ga as X,un as Xt,Wa as Y,F as Yt,Ka as Z,I as Zt,ho as _,Bi as _t,So as a,Xe as an,to as at,so as b,Li as bt,To as c,E as cn,pa as ct,xo as d,Y as dt,M as en,Xa as et,vo as f,ea as ft,_o as g,Ki as gt,$ as h,Ji as ht,Io as i,ot as in,eo as it,Ea as j,ai as jt,wa as k,ci as kt,go as l,d as ln,ma as lt,yo as m,Yi as mt,Ho as n,vt as nn,Qa as nt,fo as o,Ye as on,no as ot,Co as p,Zi as pt,Ha as q,Sn as qt,Vo as r,k as rn,$a as rt,bo as s,ke as sn,fa as st,Uo as t,j as tn,Za as tt,wo as u,h as un,Z as ut,mo as v,Wi as vt,va as w,wi as wt,co as x,ji as xt,oo as y,zi as yt,Pa as z,Pr as zt};