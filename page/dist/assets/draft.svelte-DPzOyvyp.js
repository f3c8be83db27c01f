<<<<<<<< HEAD:page/dist/assets/draft.svelte-3fniPRte.js
import{En as e,yn as t}from"./words.svelte-DkkV18eP.js";function n(n,r){let i=e({...r,...JSON.parse(localStorage.getItem(n)??`{}`)});return t(()=>localStorage.setItem(n,JSON.stringify(i))),i}export{n as t};
========
import{Cn as e,gn as t}from"./words.svelte-BJ3kNdSk.js";function n(n,r){let i=e({...r,...JSON.parse(localStorage.getItem(n)??`{}`)});return t(()=>localStorage.setItem(n,JSON.stringify(i))),i}export{n as t};
>>>>>>>> d3d212d1b06926e0145f9d68ce79283d01e928b2:page/dist/assets/draft.svelte-DPzOyvyp.js
