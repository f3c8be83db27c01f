<<<<<<<< HEAD:page/dist/assets/Missing-CzPKMk4n.js
import{$t as e,Rt as t,Vt as n,Yt as r,_t as i,an as a,cn as o,en as s,g as c,ln as l,qt as u,tn as d,zt as f}from"./index-DqKHO97l.js";import{t as p}from"./Heading-BnETTmZf.js";var m=n(`<!> <p> </p>`,1);function h(n,h){l(h,!1),i();var g=m(),_=e(g);{let e=a(()=>c(`missing.title`));p(_,{get title(){return u(e)}})}var v=d(_,2),y=s(v,!0);r(e=>t(y,e),[()=>c(`missing.text`)]),f(n,g),o()}export{h as default};
========
import{$t as e,Rt as t,Vt as n,Yt as r,_t as i,an as a,cn as o,en as s,g as c,ln as l,qt as u,tn as d,zt as f}from"./index-DzYNbeWN.js";import{t as p}from"./Heading-DmMRd-Qu.js";var m=n(`<!> <p> </p>`,1);function h(n,h){l(h,!1),i();var g=m(),_=e(g);{let e=a(()=>c(`missing.title`));p(_,{get title(){return u(e)}})}var v=d(_,2),y=s(v,!0);r(e=>t(y,e),[()=>c(`missing.text`)]),f(n,g),o()}export{h as default};
>>>>>>>> page2:page/dist/assets/Missing-CU6HSS7j.js
